package dev.watchkeeper.app.shell;

import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;

/** What keeps a pane supplied. Called on the FX thread. */
public interface Feed extends AutoCloseable {
    /** Whether something is asked at every tick; if not, the header shows no pace and nothing can be paused. */
    default boolean asks() {
        return true;
    }

    /** Stopped by the person; the pane keeps what it shows. */
    BooleanProperty pausedProperty();

    /** From tick to tick. */
    ObjectProperty<Duration> intervalProperty();

    /** Asks at once, also when paused. */
    void refreshNow();

    /** Told by the shell: a pane that is not seen does not poll, or only at the slow pace that its recorder needs. */
    void seen(boolean seen);

    @Override
    void close();
}
