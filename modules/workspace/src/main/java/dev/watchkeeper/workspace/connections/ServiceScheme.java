package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.target.AddressMap;
import dev.watchkeeper.kernel.target.Engine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The schemes of addresses that are not PostgreSQL's own. */
enum ServiceScheme {
    REDIS("redis", Engine.REDIS, 6379, "redis://host:6379/0"),
    REDISS("rediss", Engine.REDIS, 6379, "rediss://host:6379/0"),
    SENTINEL("sentinel", Engine.SENTINEL, 26379, "sentinel://host:26379/primary-name"),
    SENTINELS("sentinels", Engine.SENTINEL, 26379, "sentinels://host:26379/primary-name"),
    PGBOUNCER("pgbouncer", Engine.PGBOUNCER, 6432, "pgbouncer://user@host:6432"),
    HAPROXY("haproxy+http", Engine.HAPROXY, 80, "haproxy+http://host:8404/stats"),
    HAPROXYS("haproxy+https", Engine.HAPROXY, 443, "haproxy+https://host:8404/stats"),
    HAPROXY_SOCKET("haproxy+unix", Engine.HAPROXY, 1, "haproxy+unix://?socket=/run/haproxy/admin.sock"),
    PATRONI("patroni+http", Engine.PATRONI, 8008, "patroni+http://host:8008"),
    PATRONIS("patroni+https", Engine.PATRONI, 8008, "patroni+https://host:8008");

    /** The parameter that names a Unix socket in the host's place. */
    static final String SOCKET = "socket";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{0,5}");
    private static final Pattern ANYTHING = Pattern.compile(".*");
    private static final Pattern NOTHING = Pattern.compile("");
    private static final List<String> TLS = List.of("sslmode", "sslrootcert", "sslcert", "sslkey");

    private final String scheme;
    private final Engine engine;
    private final int port;
    private final String example;

    ServiceScheme(String scheme, Engine engine, int port, String example) {
        this.scheme = scheme;
        this.engine = engine;
        this.port = port;
        this.example = example;
    }

    /** The scheme with which an address begins; empty if it is none of these. */
    static Optional<ServiceScheme> of(String address) {
        return Arrays.stream(values())
                .filter(one -> address.startsWith(one.scheme + "://"))
                .findFirst();
    }

    /** Every scheme as one writes it: {@code redis://}. */
    static List<String> all() {
        return Arrays.stream(values()).map(one -> one.scheme + "://").toList();
    }

    Engine engine() {
        return engine;
    }

    /** Where it usually listens. */
    int port() {
        return port;
    }

    String example() {
        return example;
    }

    boolean tls() {
        return this == REDISS || this == SENTINELS || this == HAPROXYS || this == PATRONIS;
    }

    /** What may stand behind the hosts. */
    Pattern path() {
        return switch (engine) {
            case REDIS -> NUMBER;
            case SENTINEL, HAPROXY -> ANYTHING;
            case POSTGRESQL, PGBOUNCER, PATRONI -> NOTHING;
        };
    }

    boolean pathIsPage() {
        return engine == Engine.HAPROXY;
    }

    /** The database where none is named. */
    String database() {
        return switch (engine) {
            case REDIS -> "0";
            case PGBOUNCER -> "pgbouncer";
            case SENTINEL, HAPROXY, PATRONI, POSTGRESQL -> "";
        };
    }

    /** The user where none is named. */
    String user(String named) {
        boolean acl = engine == Engine.REDIS || engine == Engine.SENTINEL;
        return named.isEmpty() && acl ? "default" : named;
    }

    /** The parameters that it knows. */
    List<String> parameters() {
        return switch (engine) {
            case REDIS, SENTINEL -> List.of(AddressMap.PARAMETER, "sslmode", "sslrootcert", "sslcert", "sslkey");
            case HAPROXY -> List.of(AddressMap.PARAMETER, SOCKET, "write", "read", "sslrootcert");
            case PATRONI -> List.of(AddressMap.PARAMETER, "sslmode", "sslrootcert", "sslcert", "sslkey");
            case PGBOUNCER, POSTGRESQL -> TLS;
        };
    }
}
