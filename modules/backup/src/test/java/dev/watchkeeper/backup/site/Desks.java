package dev.watchkeeper.backup.site;

import dev.watchkeeper.backup.make.BackupDesk;
import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.host.Placement;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.PoolSize;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.redis.connect.RedisServer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Targets on this machine, and desks for them. */
public final class Desks {
    private Desks() {}

    /** A server on this machine with these places of backups. */
    public static Target target(String name, Engine engine, int port, String database, List<BackupSource> backups) {
        return new Target(
                name,
                new Endpoint(
                        engine,
                        List.of(new HostPort("127.0.0.1", port)),
                        database,
                        engine == Engine.REDIS ? "default" : "postgres",
                        new LinkedHashMap<>()),
                Environment.DEVELOPMENT,
                new PasswordSource.Usual(),
                false,
                List.of(),
                PoolSize.DEFAULT,
                new Placement(Optional.empty(), Optional.of(HostSpec.LOCAL), backups));
    }

    /** For what concerns the hosts alone: whoever asks a server fails. */
    public static BackupDesk withoutServers(Target target, HostFinder hosts) {
        return new BackupDesk(target, hosts, Passwords.none(), Desks::noPostgres, Desks::noRedis, Clock.systemUTC());
    }

    private static PostgresServer noPostgres() {
        throw new IllegalStateException("nobody should ask this server");
    }

    private static RedisServer noRedis() {
        throw new IllegalStateException("nobody should ask this server");
    }
}
