package dev.watchkeeper.postgres.connect;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one learns by knocking, for trying a connection out.
 *
 * @param host which of the target's hosts answered
 * @param role as whom the console is connected
 * @param tls protocol and cipher; null without TLS
 * @param monitors whether the role sees what other users' sessions do
 * @param signals whether the role may cancel and terminate other users' sessions
 * @param latency of one short question, there and back
 */
public record Greeting(
        HostPort host,
        ServerVersion version,
        boolean standby,
        String role,
        String database,
        @Nullable String tls,
        boolean monitors,
        boolean signals,
        Duration latency) {
    private static final SqlFile GREETING = SqlFile.of(Greeting.class, "greeting");

    /**
     * Connects and asks.
     *
     * @throws FaultException with what keeps one out
     */
    public static Greeting of(PostgresServer server) throws FaultException {
        return server.probe(connected -> {
            of(connected);
            return of(connected); // the second answer's time is that of the way alone
        });
    }

    private static Greeting of(Connected connected) throws SQLException, FaultException {
        long start = System.nanoTime();
        try (PreparedStatement statement = connected.prepare(GREETING);
                ResultSet result = statement.executeQuery()) {
            Duration latency = Duration.ofNanos(System.nanoTime() - start);
            Rows rows = new Rows(result);
            rows.next();
            return new Greeting(
                    connected.host(),
                    connected.version(),
                    rows.flag("standby"),
                    rows.text("role"),
                    rows.text("database"),
                    rows.textOrNull("tls"),
                    rows.flag("monitors"),
                    rows.flag("signals"),
                    latency);
        }
    }
}
