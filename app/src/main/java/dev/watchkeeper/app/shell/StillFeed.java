package dev.watchkeeper.app.shell;

import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Of a pane that shows what somebody asked for, and asks nothing by itself. */
public final class StillFeed implements Feed {
    private final Runnable refresh;
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ObjectProperty<Duration> interval = new SimpleObjectProperty<>(PollFeed.DEFAULT_INTERVAL);

    /**
     * @param refresh what F5 does
     */
    public StillFeed(Runnable refresh) {
        this.refresh = refresh;
    }

    @Override
    public boolean asks() {
        return false;
    }

    @Override
    public BooleanProperty pausedProperty() {
        return paused;
    }

    @Override
    public ObjectProperty<Duration> intervalProperty() {
        return interval;
    }

    @Override
    public void refreshNow() {
        refresh.run();
    }

    @Override
    public void seen(boolean seen) {
        // nothing goes on by itself that could be slowed down
    }

    @Override
    public void close() {
        // nothing was begun
    }
}
