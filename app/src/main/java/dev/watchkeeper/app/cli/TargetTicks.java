package dev.watchkeeper.app.cli;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Poll;
import dev.watchkeeper.kernel.poll.PollState;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.target.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The ticks of one target. Used by one thread, which makes them. */
final class TargetTicks<S> implements BooleanSupplier {
    /** A server that said no is not asked again before that, for some count wrong passwords. */
    private static final Duration AFTER_DENIAL = Duration.ofSeconds(30);

    private final Target target;
    private final PollState<S> state;
    private final Clock clock;
    private final PaneOutput<S> output;
    private final TickWriter writer;
    private final Predicate<Fault> enterAgain;
    private volatile boolean good;
    private boolean first = true;
    private @Nullable Poll<S> denial;
    private @Nullable Instant deniedAt;
    private @Nullable Instant failingSince;

    /**
     * @param enterAgain asked at the first tick, if that failed: whether another try may do better, for a password was typed
     */
    TargetTicks(
            Target target,
            PaneOutput<S> output,
            Probe<S> probe,
            Clock clock,
            TickWriter writer,
            Predicate<Fault> enterAgain) {
        this.target = target;
        this.output = output;
        this.state = new PollState<>(probe, clock);
        this.clock = clock;
        this.writer = writer;
        this.enterAgain = enterAgain;
    }

    /** Whether the last tick was good. */
    boolean wasGood() {
        return good;
    }

    /** Makes one tick; false if nobody reads what is written. */
    @Override
    public boolean getAsBoolean() {
        Poll<S> poll = ask();
        return switch (poll) {
            case Poll.Fresh<S> fresh -> {
                good = output.tells(fresh.snapshot());
                wellAgain();
                yield writer.fresh(output, target, fresh.snapshot());
            }
            case Poll.Failed<S> failed -> failed(failed.fault());
            case Poll.Unavailable<S> unavailable -> failed(unavailable.fault());
        };
    }

    private Poll<S> ask() {
        Poll<S> last = denial;
        Instant since = deniedAt;
        if (last != null && since != null && clock.instant().isBefore(since.plus(AFTER_DENIAL))) {
            return last;
        }
        Poll<S> poll = state.ask();
        while (first && poll instanceof Poll.Failed<S> failed && enterAgain.test(failed.fault())) {
            poll = state.ask();
        }
        first = false;
        boolean denied = poll instanceof Poll.Failed<S> failed && failed.fault().kind() == FaultKind.DENIED;
        denial = denied || poll instanceof Poll.Unavailable<S> ? poll : null;
        deniedAt = clock.instant();
        return poll;
    }

    private boolean failed(Fault fault) {
        good = false;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (failingSince == null) {
            failingSince = now;
            writer.begins(target, fault);
        }
        return writer.failed(output, target, now, fault);
    }

    private void wellAgain() {
        if (failingSince != null) {
            writer.wellAgain(target, Duration.between(failingSince, clock.instant()));
            failingSince = null;
        }
    }
}
