package dev.watchkeeper.kernel.log;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.poll.Cost;
import java.util.Optional;

/**
 * What one reading of a log came to.
 *
 * @param complete false if there was more than was to be read at once
 * @param notThere why the way that was tried first led nowhere; empty if it did, or there is no other
 */
public record LogReading(LogPlace place, boolean complete, Optional<Fault> notThere, Cost cost) {
    /** The same by a second way. */
    public LogReading insteadOf(Fault first) {
        return new LogReading(place, complete, Optional.of(first), cost);
    }
}
