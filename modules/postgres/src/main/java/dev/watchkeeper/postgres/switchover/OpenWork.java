package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is under way on a primary that a switchover would end, or leave open.
 *
 * @param clients sessions, without the console's own
 * @param longTransactions that run for more than a minute
 * @param oldest of the transactions; zero if there is none
 * @param prepared transactions: these survive, on the new primary
 * @param byPatroni whether the server was started as Patroni starts it
 */
record OpenWork(
        long clients,
        long longTransactions,
        int oldestPid,
        String oldestUser,
        Duration oldest,
        long prepared,
        String preparedGid,
        Duration preparedFor,
        boolean byPatroni) {
    static final Duration LONG = Duration.ofMinutes(1);

    private static final SqlFile OPEN_WORK = SqlFile.of(OpenWork.class, "open_work");

    static OpenWork of(PostgresServer primary) throws FaultException {
        return primary.look(OpenWork::read);
    }

    private static OpenWork read(Connected connected) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(OPEN_WORK)) {
            statement.setLong(1, LONG.toSeconds());
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                rows.next();
                return new OpenWork(
                        rows.number("clients"),
                        rows.number("long_transactions"),
                        rows.integer("oldest_pid"),
                        rows.text("oldest_user"),
                        millis(rows.numberOrNull("oldest_ms")),
                        rows.number("prepared"),
                        rows.text("prepared_gid"),
                        millis(rows.numberOrNull("prepared_ms")),
                        rows.flag("by_patroni"));
            }
        }
    }

    private static Duration millis(@Nullable Long number) {
        return Duration.ofMillis(Objects.requireNonNullElse(number, 0L));
    }
}
