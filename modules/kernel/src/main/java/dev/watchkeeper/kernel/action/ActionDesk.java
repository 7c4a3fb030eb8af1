package dev.watchkeeper.kernel.action;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** Where every action goes through: refuses on read-only targets, runs it, and writes the audit line. */
public final class ActionDesk {
    private final AuditTrail audit;
    private final Clock clock;
    private final String who;

    /**
     * @param who the operating system's user, for the audit log
     */
    public ActionDesk(AuditTrail audit, Clock clock, String who) {
        this.audit = audit;
        this.clock = clock;
        this.who = who;
    }

    /** Runs a confirmed action in silence. */
    public Outcome run(Action action) throws FaultException {
        return run(action, step -> {});
    }

    /**
     * Runs a confirmed action.
     *
     * @param tell gets a line for every step of what takes a while
     * @throws FaultException DENIED on a read-only target, and if the audit log can't be written, before anything is done;
     *     else what the action throws; each is in the audit log too
     */
    public Outcome run(Action action, Consumer<String> tell) throws FaultException {
        Target target = action.target();
        if (target.readOnly()) {
            FaultException refusal = new FaultException(
                    FaultKind.DENIED,
                    target.name() + " is marked read-only: " + action.name() + " is refused",
                    "Take read_only away from it in connections.yaml if you mean it");
            audit.append(entry(action, "refused", refusal.fault().message(), Duration.ZERO));
            throw refusal;
        }
        audit.ensureWritable();
        try {
            Outcome outcome = action.run(tell);
            audit.append(entry(action, outcome.done() ? "done" : "not done", outcome.message(), outcome.took()));
            return outcome;
        } catch (FaultException e) {
            audit.append(entry(action, "failed", e.fault().message(), Duration.ZERO));
            throw e;
        } catch (RuntimeException e) {
            audit.append(entry(action, "failed", "it broke half-way: " + e, Duration.ZERO));
            throw e;
        }
    }

    private AuditEntry entry(Action action, String result, String outcome, Duration took) {
        Target target = action.target();
        return new AuditEntry(
                clock.instant(),
                who,
                target.endpoint().user(),
                target.name(),
                target.environment().label(),
                target.endpoint().where(),
                action.name(),
                action.preview(),
                action.statement(),
                result,
                outcome,
                took.toMillis());
    }
}
