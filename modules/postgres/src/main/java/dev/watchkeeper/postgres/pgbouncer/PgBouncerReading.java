package dev.watchkeeper.postgres.pgbouncer;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * All that one refresh reads from a PgBouncer.
 *
 * @param version {@code 1.18.0}
 * @param databases without the console's own
 * @param pools without the console's own
 * @param config settings by name
 */
public record PgBouncerReading(
        String version,
        List<PooledDatabase> databases,
        List<Pool> pools,
        List<Peer> servers,
        List<Traffic> traffic,
        Map<String, String> config) {
    public PgBouncerReading {
        databases = List.copyOf(databases);
        pools = List.copyOf(pools);
        servers = List.copyOf(servers);
        traffic = List.copyOf(traffic);
        config = Map.copyOf(config);
    }

    public List<Pool> pools(String database) {
        return pools.stream().filter(pool -> pool.database().equals(database)).toList();
    }

    public long clients() {
        return pools.stream().mapToLong(Pool::clients).sum();
    }

    public long waiting() {
        return pools.stream().mapToLong(Pool::clientsWaiting).sum();
    }

    /** Zero if nobody waits. */
    public Duration longestWait() {
        return pools.stream()
                .filter(pool -> pool.clientsWaiting() > 0)
                .map(Pool::longestWait)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
