package dev.watchkeeper.kernel.host;

/** Knows the way to where servers stand. Thread-safe. */
@FunctionalInterface
public interface Routes {
    /** The way, which is taken when somebody connects: nothing is opened before. */
    Route to(Placement placement);

    /** Everything is reached straight from here. */
    static Routes direct() {
        return placement -> Route.direct();
    }
}
