package dev.watchkeeper.postgres.replication.act;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** How a server stands at the moment of acting, and after it. */
record Standing(String system, boolean standby, String pauseState, String synchronousStandbyNames) {
    private static final SqlFile STANDING = SqlFile.of(Standing.class, "standing");
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    static Standing of(PostgresServer server) throws FaultException {
        return server.look(Standing::read);
    }

    static Standing read(Connected connected) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(STANDING);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            rows.next();
            return new Standing(
                    rows.text("system_identifier"),
                    rows.flag("standby"),
                    rows.text("pause_state"),
                    rows.text("synchronous_standby_names"));
        }
    }

    /** The last standing that was seen: one that is wanted, or what there was when patience ended. */
    static Standing await(PostgresServer server, Duration patience, Predicate<Standing> wanted) throws FaultException {
        long start = System.nanoTime();
        while (true) {
            Standing now = of(server);
            if (wanted.test(now) || System.nanoTime() - start > patience.toNanos()) {
                return now;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** Nothing was done, since the server is not what it was. */
    static FaultException changed(String server, String wanted) {
        return new FaultException(
                FaultKind.CONFLICT,
                server + " is not " + wanted + " any more",
                "Nothing was done; look at the cluster as it is now");
    }
}
