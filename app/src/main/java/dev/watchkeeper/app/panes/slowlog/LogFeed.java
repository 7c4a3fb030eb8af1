package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.shell.Feed;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;

/** Lets what the shell says of the pane also reach the log, which supplies itself. */
record LogFeed(Feed pane, Runnable refresh, Consumer<Boolean> told) implements Feed {
    @Override
    public BooleanProperty pausedProperty() {
        return pane.pausedProperty();
    }

    @Override
    public ObjectProperty<Duration> intervalProperty() {
        return pane.intervalProperty();
    }

    @Override
    public void refreshNow() {
        pane.refreshNow();
        refresh.run();
    }

    @Override
    public void seen(boolean seen) {
        pane.seen(seen);
        told.accept(seen);
    }

    @Override
    public void close() {
        pane.close();
    }
}
