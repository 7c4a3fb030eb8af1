package dev.watchkeeper.app.shell;

import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;

/** Lets what the shell says of the pane also reach the leaf that supplies itself. */
public final class LeafFeed implements Feed {
    private final Feed pane;
    private final Runnable refresh;
    private final Consumer<Boolean> seen;

    /**
     * @param refresh asks at once
     * @param seen told whether the pane is looked at
     */
    public LeafFeed(Feed pane, Runnable refresh, Consumer<Boolean> seen) {
        this.pane = pane;
        this.refresh = refresh;
        this.seen = seen;
    }

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
    public void seen(boolean isSeen) {
        pane.seen(isSeen);
        seen.accept(isSeen);
    }

    @Override
    public void close() {
        pane.close();
    }
}
