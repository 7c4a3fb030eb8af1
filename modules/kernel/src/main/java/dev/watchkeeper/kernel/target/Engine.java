package dev.watchkeeper.kernel.target;

/** What kind of server answers at an endpoint. */
public enum Engine {
    POSTGRESQL("PostgreSQL"),
    REDIS("Redis"),
    /** The endpoint's database is the name of the primary that is watched; empty for the only one. */
    SENTINEL("Sentinel"),
    /** The admin console. */
    PGBOUNCER("PgBouncer"),
    /** The stats page: parameter {@code path}, and {@code tls} for https; or a host that is a Unix socket. */
    HAPROXY("HAProxy"),
    /** The REST API; parameter {@code tls} for https. */
    PATRONI("Patroni");

    private final String title;

    Engine(String title) {
        this.title = title;
    }

    /** The product's own spelling of its name. */
    public String title() {
        return title;
    }
}
