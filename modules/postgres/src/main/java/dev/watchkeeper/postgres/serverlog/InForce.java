package dev.watchkeeper.postgres.serverlog;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * A setting as it is in force.
 *
 * @param setting in the unit of {@code pg_settings}
 * @param source {@code configuration file}, {@code database} …
 * @param file empty if it comes from none, or the role may not know
 */
record InForce(String setting, String source, String file) {
    static final SqlFile SETTINGS = SqlFile.of(InForce.class, "log_settings");
    static final InForce UNKNOWN = new InForce("", "nowhere", "");

    /** Those of the settings that there are, and that the role may see. */
    static Map<String, InForce> of(Connected connected, Collection<String> names) throws SQLException, FaultException {
        Map<String, InForce> found = new HashMap<>();
        try (PreparedStatement statement = connected.prepare(SETTINGS)) {
            statement.setArray(1, connected.jdbc().createArrayOf("text", names.toArray(String[]::new)));
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                while (rows.next()) {
                    found.put(
                            rows.text("name"),
                            new InForce(rows.text("setting"), rows.text("source"), rows.text("sourcefile")));
                }
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return "'" + setting + "' from " + source + (file.isEmpty() ? "" : " (" + file + ")");
    }
}
