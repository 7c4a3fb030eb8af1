package dev.watchkeeper.app.shell;

import dev.watchkeeper.kernel.poll.Subscription;
import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;

/** A pane's feed, and a second question that keeps step with it. */
public final class BesideFeed implements Feed {
    private final Feed first;
    private final Subscription<?> second;
    private boolean seen = true;

    public BesideFeed(Feed first, Subscription<?> second) {
        this.first = first;
        this.second = second;
        first.pausedProperty().addListener((property, before, now) -> pause());
        first.intervalProperty().addListener((property, before, now) -> second.interval(now));
    }

    private void pause() {
        second.pause(!seen || first.pausedProperty().get());
    }

    @Override
    public BooleanProperty pausedProperty() {
        return first.pausedProperty();
    }

    @Override
    public ObjectProperty<Duration> intervalProperty() {
        return first.intervalProperty();
    }

    @Override
    public void refreshNow() {
        second.refreshNow();
        first.refreshNow();
    }

    @Override
    public void seen(boolean isSeen) {
        seen = isSeen;
        pause();
        first.seen(isSeen);
    }

    @Override
    public void close() {
        second.close();
        first.close();
    }
}
