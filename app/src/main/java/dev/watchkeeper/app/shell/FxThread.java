package dev.watchkeeper.app.shell;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * The one way onto the JavaFX application thread. Whatever comes faster than it can be shown is coalesced: of one view at
 * most one task waits, and it shows the newest value.
 */
public final class FxThread {
    /** Runs it on the FX thread: now if this is that thread, else soon. */
    public void run(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    /** Runs it on the FX thread after what is going on there now. */
    public void later(Runnable task) {
        Platform.runLater(task);
    }

    /**
     * A door for one view. Values may be handed in from any thread; the newest one is shown, values overtaken by it are
     * dropped.
     *
     * @param show called on the FX thread
     */
    public <T> Consumer<T> latest(Consumer<T> show) {
        AtomicReference<T> waiting = new AtomicReference<>();
        return value -> {
            if (waiting.getAndSet(value) == null) {
                Platform.runLater(() -> show.accept(waiting.getAndSet(null)));
            }
        };
    }
}
