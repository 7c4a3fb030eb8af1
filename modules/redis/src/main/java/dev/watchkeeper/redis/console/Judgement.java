package dev.watchkeeper.redis.console;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.target.Environment;
import java.util.Optional;

/**
 * What is to be said of a command before it is run.
 *
 * @param hazard why it is better not run; empty if nothing is wrong with it
 * @param queued it is only put behind the others of MULTI; what it does it does at EXEC
 * @param refusal why it is not run at all; empty if it may be
 */
public record Judgement(Effect effect, Optional<Hazard> hazard, boolean queued, Optional<Fault> refusal) {
    /** Whether it must be run as an action, so that it is written down: whatever changes something, or may hurt. */
    public boolean isDeed() {
        return !queued && (effect.changes() || hazard.isPresent());
    }

    /** Whether a person has to say yes: to what may hurt everywhere, to every change on production. */
    public boolean asks(Environment environment) {
        return isDeed() && (hazard.isPresent() || environment == Environment.PRODUCTION);
    }
}
