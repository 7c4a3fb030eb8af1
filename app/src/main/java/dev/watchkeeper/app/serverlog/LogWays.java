package dev.watchkeeper.app.serverlog;

import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.hosts.logs.HostLog;
import dev.watchkeeper.hosts.logs.LogFinder;
import dev.watchkeeper.hosts.logs.PostgresLog;
import dev.watchkeeper.hosts.logs.RedisLog;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.log.EitherLog;
import dev.watchkeeper.kernel.log.LogReading;
import dev.watchkeeper.kernel.log.LogSink;
import dev.watchkeeper.kernel.log.LogSource;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.serverlog.SqlLog;
import dev.watchkeeper.redis.connect.RedisServer;
import java.util.Optional;

/** How one gets to a server's log: as a file on the host that connections.yaml names, else through the server. */
public final class LogWays {
    private LogWays() {}

    /** Of a PostgreSQL server: through SQL where no host is named, or its file can't be read there. */
    public static LogSource of(PostgresServer server, HostFinder hosts) {
        LogSource sql = new SqlLog(server);
        return server.target()
                .placement()
                .host()
                .map(name ->
                        (LogSource) new EitherLog(new Named(name, hosts, new PostgresLog(() -> clues(server))), sql))
                .orElse(sql);
    }

    private static PostgresLog.Clues clues(PostgresServer server) throws FaultException {
        var said = dev.watchkeeper.postgres.serverlog.LogClues.of(server);
        return new PostgresLog.Clues(said.place().data(), said.place().backend(), said.current());
    }

    /** Of a Redis, which hands out its log to nobody: on its host, or not at all. */
    public static LogSource of(RedisServer server, HostFinder hosts) {
        return server.target()
                .placement()
                .host()
                .map(name -> (LogSource) new Named(name, hosts, new RedisLog(() -> clues(server))))
                .orElseGet(() -> new Nowhere(server.target()));
    }

    private static RedisLog.Clues clues(RedisServer server) throws FaultException {
        var said = dev.watchkeeper.redis.serverlog.LogClues.of(server);
        return new RedisLog.Clues(said.logfile(), said.folder(), said.process());
    }

    /** On a host that is looked up when it is first needed. */
    private static final class Named implements LogSource {
        private final String name;
        private final HostFinder hosts;
        private final LogFinder finder;
        private Optional<HostLog> made = Optional.empty();

        Named(String name, HostFinder hosts, LogFinder finder) {
            this.name = name;
            this.hosts = hosts;
            this.finder = finder;
        }

        @Override
        public LogReading read(long back, long most, LogSink into) throws FaultException {
            if (made.isEmpty()) {
                made = Optional.of(new HostLog(hosts.host(name), finder));
            }
            return made.get().read(back, most, into);
        }

        @Override
        public void restart() {
            made.ifPresent(HostLog::restart);
        }
    }

    /** Nobody said where it is. */
    private record Nowhere(Target target) implements LogSource {
        @Override
        public LogReading read(long back, long most, LogSink into) throws FaultException {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    "nobody said on which host " + target.name() + " runs, and Redis itself hands its log to nobody",
                    "Write host: into its connection, in connections.yaml (host: local for this machine)");
        }

        @Override
        public void restart() {
            // there is no place to forget
        }
    }
}
