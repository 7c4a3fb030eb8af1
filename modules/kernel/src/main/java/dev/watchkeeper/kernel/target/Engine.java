package dev.watchkeeper.kernel.target;

/** What kind of server answers at an endpoint. */
public enum Engine {
    POSTGRESQL("PostgreSQL"),
    REDIS("Redis");

    private final String title;

    Engine(String title) {
        this.title = title;
    }

    /** The product's own spelling of its name. */
    public String title() {
        return title;
    }
}
