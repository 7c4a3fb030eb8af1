package dev.watchkeeper.postgres.testing;

import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.PoolSize;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.PostgresServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** How a test enters a server: a target, and the password for it. Immutable; every method gives a new one. */
public record Entrance(
        List<HostPort> hosts,
        String database,
        String user,
        SequencedMap<String, String> parameters,
        Optional<Secret> password,
        boolean readOnly,
        PoolSize pool) {

    /** As the lab's superuser, to the shop. */
    public static Entrance to(dev.watchkeeper.lab.postgres.PostgresServer lab) {
        return at(new HostPort(lab.host(), lab.port())).database(lab.database());
    }

    public static Entrance at(HostPort... hosts) {
        return new Entrance(
                List.of(hosts),
                "postgres",
                "postgres",
                new LinkedHashMap<>(),
                Optional.empty(),
                false,
                PoolSize.DEFAULT);
    }

    public Entrance hosts(HostPort... others) {
        return new Entrance(List.of(others), database, user, parameters, password, readOnly, pool);
    }

    public Entrance database(String name) {
        return new Entrance(hosts, name, user, parameters, password, readOnly, pool);
    }

    public Entrance user(String name) {
        return new Entrance(hosts, database, name, parameters, password, readOnly, pool);
    }

    public Entrance password(String text) {
        return new Entrance(hosts, database, user, parameters, Optional.of(new Secret(text)), readOnly, pool);
    }

    public Entrance asReadOnly() {
        return new Entrance(hosts, database, user, parameters, password, true, pool);
    }

    public Entrance pool(PoolSize size) {
        return new Entrance(hosts, database, user, parameters, password, readOnly, size);
    }

    public Entrance with(String parameter, Object value) {
        LinkedHashMap<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value.toString());
        return new Entrance(hosts, database, user, more, password, readOnly, pool);
    }

    public Target target() {
        Endpoint endpoint = new Endpoint(Engine.POSTGRESQL, hosts, database, user, parameters);
        return new Target(
                "billing", endpoint, Environment.PRODUCTION, new PasswordSource.Usual(), readOnly, List.of(), pool);
    }

    /** Nothing is connected yet. */
    public PostgresServer open() {
        Passwords passwords = (target, host) -> password;
        return new PostgresServer(target(), passwords);
    }
}
