package dev.watchkeeper.postgres.pgbouncer;

import java.util.List;

/**
 * A database as clients name it, and where it leads (SHOW DATABASES).
 *
 * @param hosts where the server is, as PgBouncer reaches it; empty: through a Unix socket of its own host
 * @param database its name there
 * @param maxConnections 0: no limit
 */
public record PooledDatabase(
        String name,
        List<String> hosts,
        int port,
        String database,
        long poolSize,
        long reservePool,
        String mode,
        long maxConnections,
        long connections,
        boolean paused,
        boolean disabled) {
    /** The console's own database. */
    static final String ADMIN = "pgbouncer";

    public PooledDatabase {
        hosts = List.copyOf(hosts);
    }

    static PooledDatabase of(ConsoleTable.Row row) {
        String hosts = row.text("host");
        return new PooledDatabase(
                row.text("name"),
                hosts.isEmpty() || hosts.startsWith("/") ? List.of() : List.of(hosts.split("\\s*,\\s*")),
                (int) Math.max(1, row.number("port")),
                row.text("database"),
                row.number("pool_size"),
                row.number("reserve_pool") + row.number("reserve_pool_size"),
                row.text("pool_mode"),
                row.number("max_connections"),
                row.number("current_connections"),
                row.flag("paused"),
                row.flag("disabled"));
    }
}
