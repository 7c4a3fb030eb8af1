package dev.watchkeeper.app.shell;

import dev.watchkeeper.kernel.poll.Poll;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.poll.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a pane from one probe: digests each answer on the poller's thread, shows it on the FX thread, and keeps the
 * header's stamp and the banner of a failing server up to date.
 *
 * @param <S> what the probe answers
 * @param <M> what the view shows of it
 */
public final class PollFeed<S, M> implements Feed {
    /** The pace that panes start with. */
    public static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(2);

    private record Arrival<S, M>(Poll<S> poll, @Nullable M model) {}

    private final PaneHeader header;
    private final Consumer<M> show;
    private final Subscription<S> subscription;
    private final Optional<Duration> whileHidden;
    private final Clock clock;
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ObjectProperty<Duration> interval = new SimpleObjectProperty<>(DEFAULT_INTERVAL);
    private boolean seen = true;
    /** When the newest answer came; of a slow feed, when it was first asked. */
    private Instant arrivedAt;

    private boolean closed;

    /**
     * Starts asking at once.
     *
     * @param digest makes of a snapshot what the view shows; called on the poller's thread, one at a time, in order
     * @param show called on the FX thread with the newest model; it sets {@link PaneHeader#readyProperty} when what it
     *     shows is on the screen
     * @param whileHidden the slow pace while nobody looks; empty: not at all
     */
    public PollFeed(
            PaneContext context,
            PaneHeader header,
            Probe<S> probe,
            Function<Snapshot<S>, M> digest,
            Consumer<M> show,
            Optional<Duration> whileHidden) {
        this(context, header, probe, digest, show, whileHidden, DEFAULT_INTERVAL);
    }

    /**
     * The same at another pace, for what costs more than one statement.
     *
     * @param pace to begin with
     */
    public PollFeed(
            PaneContext context,
            PaneHeader header,
            Probe<S> probe,
            Function<Snapshot<S>, M> digest,
            Consumer<M> show,
            Optional<Duration> whileHidden,
            Duration pace) {
        this.header = header;
        this.show = show;
        this.whileHidden = whileHidden;
        this.clock = context.clock();
        this.interval.set(pace);
        this.arrivedAt = pace.compareTo(DEFAULT_INTERVAL) > 0 ? clock.instant() : Instant.EPOCH;
        Consumer<Arrival<S, M>> door = context.fx().latest(this::arrived);
        subscription = context.poller()
                .subscribe(probe, pace, poll -> door.accept(new Arrival<>(poll, digested(poll, digest))));
        paused.addListener((property, before, now) -> pace());
        interval.addListener((property, before, now) -> pace());
        header.intervalProperty().bind(interval);
        header.pausedProperty().bind(paused);
    }

    private static <S, M> @Nullable M digested(Poll<S> poll, Function<Snapshot<S>, M> digest) {
        return poll instanceof Poll.Fresh<S> fresh ? digest.apply(fresh.snapshot()) : null;
    }

    private void arrived(Arrival<S, M> arrival) {
        if (closed) {
            return;
        }
        arrivedAt = clock.instant();
        header.answered(arrival.poll());
        if (arrival.model() != null) {
            show.accept(arrival.model());
        }
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
        subscription.refreshNow();
    }

    @Override
    public void seen(boolean isSeen) {
        if (seen == isSeen) {
            return;
        }
        seen = isSeen;
        pace();
        if (seen && !paused.get() && isOld()) {
            subscription.refreshNow();
        }
    }

    /** What costs a look at several machines is not asked anew by going to and fro between panes. */
    private boolean isOld() {
        return !clock.instant().isBefore(arrivedAt.plus(interval.get()));
    }

    private void pace() {
        subscription.interval(seen ? interval.get() : whileHidden.orElse(interval.get()));
        subscription.pause(paused.get() || (!seen && whileHidden.isEmpty()));
    }

    @Override
    public void close() {
        closed = true;
        subscription.close();
    }
}
