package dev.watchkeeper.postgres.serverlog;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.sql.Quoting;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a server logs, and whether the role may read it.
 *
 * @param collected whether the server writes its log into files by itself ({@code logging_collector})
 * @param rights what the role may
 */
record LogStanding(
        Instant takenAt,
        String role,
        boolean collected,
        String destination,
        String prefix,
        String zone,
        LogSettings settings,
        Rights rights,
        double serverMillis) {
    /**
     * What it takes to read a log.
     *
     * @param lists to learn which files there are
     * @param finds to learn which of them is written now
     * @param monitorsFind whether members of {@code pg_monitor} may, which is so in newer versions
     * @param reads to read them
     */
    record Rights(boolean lists, boolean finds, boolean monitorsFind, boolean reads) {}

    static final SqlFile STANDING = SqlFile.of(LogStanding.class, "log_standing");

    static LogStanding of(Connected connected) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(STANDING);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            rows.next();
            LogSettings settings = new LogSettings(
                    rows.number("min_duration"),
                    rows.flag("lock_waits"),
                    rows.number("temp_files"),
                    rows.flag("checkpoints"));
            return new LogStanding(
                    Objects.requireNonNullElse(rows.instantOrNull("taken_at"), Instant.EPOCH),
                    rows.text("role"),
                    rows.flag("collected"),
                    rows.text("destination"),
                    rows.text("prefix"),
                    rows.text("zone"),
                    settings,
                    new Rights(rows.flag("lists"), rows.flag("finds"), rows.flag("monitors_find"), rows.flag("reads")),
                    rows.cost().serverMillis());
        }
    }

    /** Goes on if the log can be read. */
    void require() throws FaultException {
        if (!collected) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    "the server does not write its log itself (logging_collector is off), so it can't be asked for it",
                    "As a superuser: ALTER SYSTEM SET logging_collector = on; and restart the server. Or write host: into its"
                            + " connection, in connections.yaml: where its output goes to a file, that is read there. Else"
                            + " look into the journal, or the container's log");
        }
        List<String> grants = grants();
        if (!grants.isEmpty()) {
            throw new FaultException(
                    FaultKind.DENIED,
                    "the role " + role + " may not read the server's log",
                    "As a superuser, in this database: " + String.join(" ", grants));
        }
    }

    private List<String> grants() {
        String who = " TO " + Quoting.identifier(role) + ";";
        List<String> grants = new ArrayList<>();
        if (!rights.lists() || (!rights.finds() && rights.monitorsFind())) {
            grants.add("GRANT pg_monitor" + who);
        }
        if (!rights.finds() && !rights.monitorsFind()) {
            grants.add("GRANT EXECUTE ON FUNCTION pg_catalog.pg_current_logfile(text)" + who);
        }
        if (!rights.reads()) {
            grants.add("GRANT EXECUTE ON FUNCTION pg_catalog.pg_read_binary_file(text, bigint, bigint, boolean)" + who);
        }
        return grants;
    }
}
