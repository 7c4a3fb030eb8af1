package dev.watchkeeper.postgres.connect;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.workload.OwnStatements;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * An open connection.
 *
 * @param host which of the target's hosts it leads to
 * @param pooled whether a pool (PgBouncer) is in between, which may give each transaction another session: what is set in
 *     one stays behind for others
 */
public record Connected(Connection jdbc, ServerVersion version, HostPort host, boolean pooled) {
    private static final Logger LOG = System.getLogger(Connected.class.getName());

    /** Straight to a server, or as good as that. */
    Connected(Connection jdbc, ServerVersion version, HostPort host) {
        this(jdbc, version, host, false);
    }

    /** The statement of this file for this server's version, marked as the console's own. */
    public PreparedStatement prepare(SqlFile file) throws SQLException, FaultException {
        return jdbc.prepareStatement(OwnStatements.marked(file.text(version)));
    }

    /** Ends it, whatever becomes of that. */
    public void closeQuietly() {
        try {
            jdbc.close();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "closing the connection to {0}: {1}", host, e.getMessage());
        }
    }

    /** Whether it is known to be of no use any more. */
    public boolean isClosed() {
        try {
            return jdbc.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }
}
