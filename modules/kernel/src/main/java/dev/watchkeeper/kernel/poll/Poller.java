package dev.watchkeeper.kernel.poll;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Keeps probes asked: one virtual thread a subscription, so that a dead server costs the others nothing. Questions of one
 * subscription never overlap; ticks stand at whole multiples of the interval, so that what is fetched together is of
 * one moment. A failing server is asked at every tick, and so is found again within one interval of its return; one
 * that denied access or can't answer is not asked again until {@link Subscription#refreshNow}.
 */
public final class Poller implements AutoCloseable {
    private final Clock clock;
    private final Set<Subscription<?>> open = ConcurrentHashMap.newKeySet();

    public Poller(Clock clock) {
        this.clock = clock;
    }

    /**
     * Starts asking, at once and then at every tick.
     *
     * @param listener called with every answer, on the subscription's own thread
     */
    public <S> Subscription<S> subscribe(Probe<S> probe, Duration interval, Consumer<Poll<S>> listener) {
        Subscription<S> subscription = new Subscription<>(
                new PollState<>(probe, clock), probe.name(), clock, interval, listener, open::remove);
        open.add(subscription);
        subscription.start();
        return subscription;
    }

    /** Ends every subscription; answers under way are dropped. */
    @Override
    public void close() {
        open.forEach(Subscription::close);
    }
}
