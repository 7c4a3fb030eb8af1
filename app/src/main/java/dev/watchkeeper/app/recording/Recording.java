package dev.watchkeeper.app.recording;

import dev.watchkeeper.kernel.poll.Poll;
import dev.watchkeeper.kernel.poll.Poller;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** One server that is being recorded. Thread-safe. */
public final class Recording implements AutoCloseable {
    /** Hears what a probe answered, after it was handed to the history. On the poller's threads. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Told of every answer, good or not.
         *
         * @param probe which question it was: {@code statements}, {@code activity}, {@code pulse} …
         */
        void answered(String probe, Poll<?> poll);
    }

    private final Poller poller;
    private final Instant since;
    private final List<Subscription<?>> subscriptions = new CopyOnWriteArrayList<>();
    private final Map<String, Poll<?>> newest = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    Recording(Poller poller, Instant since) {
        this.poller = poller;
        this.since = since;
    }

    /** Asks this from now on, and keeps what comes of it. */
    <S> void ask(Probe<S> probe, Duration interval, Consumer<Poll.Fresh<S>> keep) {
        subscriptions.add(poller.subscribe(probe, interval, poll -> {
            if (poll instanceof Poll.Fresh<S> fresh) {
                keep.accept(fresh);
            }
            newest.put(probe.name(), poll);
            listeners.forEach(listener -> listener.answered(probe.name(), poll));
        }));
    }

    /** When it began, by the workstation's clock. */
    public Instant since() {
        return since;
    }

    /** The newest answer of each probe, by its name. */
    public Map<String, Poll<?>> newest() {
        return Map.copyOf(newest);
    }

    /** From now on the listener hears of every answer, until what is returned is closed. */
    public Ear listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Somebody who listens. */
    @FunctionalInterface
    public interface Ear extends AutoCloseable {
        @Override
        void close();
    }

    /** Asks everything at once. */
    public void refreshNow() {
        subscriptions.forEach(Subscription::refreshNow);
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }
}
