package dev.watchkeeper.postgres.statements;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.sql.Quoting;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How {@code pg_stat_statements} stands on a server, seen from one database.
 *
 * @param extension its version in this database; null if it is not installed here
 * @param schema that it is installed in; empty if it is not
 * @param available whether its files are on the server
 * @param loaded whether the server counts, whatever database has the extension
 * @param preloaded {@code shared_preload_libraries}; null if the role may not see it
 */
record Standing(
        @Nullable String extension,
        String schema,
        boolean enters,
        boolean available,
        boolean loaded,
        @Nullable String preloaded,
        int most,
        String track,
        String computeQueryId,
        boolean timesIo,
        String role,
        String database) {
    static final SqlFile STANDING = SqlFile.of(Standing.class, "standing");
    private static final String NAME = "pg_stat_statements";

    /** The first that tells statements of functions from top-level ones, and when it was reset. */
    private static final int OLDEST = 9;

    static Standing of(Connected connected) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(STANDING);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            rows.next();
            return new Standing(
                    rows.textOrNull("extversion"),
                    rows.text("schema"),
                    rows.flag("enters"),
                    rows.flag("available"),
                    rows.flag("loaded"),
                    rows.textOrNull("preloaded"),
                    rows.integer("most"),
                    rows.text("track"),
                    rows.text("compute_query_id"),
                    rows.flag("times_io"),
                    rows.text("role"),
                    rows.text("database"));
        }
    }

    /** The statement that lets a role see other roles' statements. */
    static String grant(String role) {
        return "GRANT pg_read_all_stats TO " + Quoting.identifier(role) + ";";
    }

    /** As it stands in SQL. */
    String quotedSchema() {
        return Quoting.identifier(schema);
    }

    boolean nested() {
        return track.equals("all");
    }

    /** Goes on if it can be read. */
    void require() throws FaultException {
        if (!available && extension == null) {
            throw unsupported(
                    "the server has no " + NAME,
                    "Install PostgreSQL's contrib modules on its host (Debian: postgresql-contrib, Red Hat:"
                            + " postgresqlNN-contrib); then " + load() + "; then in " + database + ": " + create());
        }
        if (!loaded) {
            throw unsupported(
                    "the server does not load " + NAME + ", so it counts nothing",
                    "As a superuser: " + load() + (extension == null ? "; then in " + database + ": " + create() : ""));
        }
        if (extension == null) {
            throw unsupported(
                    "the server counts, but the database " + database + " lacks the extension " + NAME,
                    "In " + database + ", no restart needed: " + create()
                            + " Or connect to a database that has it: it shows the statements of all");
        }
        requireReadable(extension);
        requireCounting();
    }

    private void requireReadable(String version) throws FaultException {
        if (isOlder(version)) {
            throw unsupported(
                    NAME + " is of version " + version + " in " + database + ", older than the server's",
                    "In " + database + ", no restart needed: ALTER EXTENSION " + NAME + " UPDATE;");
        }
        if (!enters) {
            throw new FaultException(
                    FaultKind.DENIED,
                    "the role " + role + " may not use the schema " + schema + ", which " + NAME + " is in",
                    "In " + database + ": GRANT USAGE ON SCHEMA " + quotedSchema() + " TO " + Quoting.identifier(role)
                            + ";");
        }
    }

    private void requireCounting() throws FaultException {
        if (computeQueryId.equals("off")) {
            throw unsupported(
                    "the server computes no query ids (compute_query_id is off), so it tells no statements apart",
                    "As a superuser, no restart needed: ALTER SYSTEM SET compute_query_id = 'auto'; SELECT pg_reload_conf();");
        }
        if (track.equals("none")) {
            throw unsupported(
                    "the server counts no statements: " + NAME + ".track is none",
                    "As a superuser, no restart needed: ALTER SYSTEM SET " + NAME
                            + ".track = 'top'; SELECT pg_reload_conf();");
        }
    }

    private static boolean isOlder(String version) {
        String[] parts = version.split("\\.", -1);
        return parts.length >= 2
                && parts[0].equals("1")
                && parts[1].matches("\\d{1,4}")
                && Integer.parseInt(parts[1]) < OLDEST;
    }

    private String create() {
        return "CREATE EXTENSION " + NAME + ";";
    }

    /** What is loaded already stays. */
    private String load() {
        String restart = " and restart the server";
        if (preloaded == null) {
            return "add " + NAME + " to shared_preload_libraries (SHOW shared_preload_libraries tells what is there)"
                    + restart;
        }
        StringBuilder libraries = new StringBuilder();
        for (String one : preloaded.split(",", -1)) {
            String library = one.strip().replace("\"", "");
            if (!library.isEmpty() && !library.equals(NAME)) {
                libraries.append(Quoting.literal(library)).append(", ");
            }
        }
        return "ALTER SYSTEM SET shared_preload_libraries = " + libraries + "'" + NAME + "';" + restart;
    }

    private static FaultException unsupported(String message, String advice) {
        return new FaultException(new Fault(FaultKind.UNSUPPORTED, message, advice));
    }
}
