package dev.watchkeeper.kernel.poll;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks one probe, remembers the last good answer and since when it is failing. Not thread-safe. */
public final class PollState<S> {
    private final Probe<S> probe;
    private final Clock clock;
    private @Nullable Snapshot<S> last;
    private @Nullable Instant failingSince;

    public PollState(Probe<S> probe, Clock clock) {
        this.probe = probe;
        this.clock = clock;
    }

    /** Asks once. Never throws: what goes wrong is in the answer. */
    public Poll<S> ask() {
        try {
            Snapshot<S> snapshot = probe.read();
            last = snapshot;
            failingSince = null;
            return new Poll.Fresh<>(snapshot);
        } catch (FaultException e) {
            return failed(e.fault());
        } catch (RuntimeException e) {
            return failed(new Fault(FaultKind.FAILED, "the " + probe.name() + " probe broke: " + e));
        }
    }

    private Poll<S> failed(Fault fault) {
        if (fault.kind() == FaultKind.UNSUPPORTED) {
            return new Poll.Unavailable<>(fault);
        }
        Instant since = failingSince == null ? clock.instant() : failingSince;
        failingSince = since;
        return new Poll.Failed<>(
                fault, since, Optional.ofNullable(last), fault.kind().mayPass());
    }
}
