package dev.watchkeeper.postgres.patroni;

import dev.watchkeeper.kernel.fault.Fault;
import java.util.Optional;

/**
 * What became of a request that changes something.
 *
 * @param status HTTP's; 0 if there was no answer
 * @param text in Patroni's own words
 * @param fault why there was no answer
 */
public record PatroniAnswer(int status, String text, Optional<Fault> fault) {
    public PatroniAnswer(int status, String text) {
        this(status, text, Optional.empty());
    }

    /** None came. */
    public PatroniAnswer(Fault fault) {
        this(0, "", Optional.of(fault));
    }

    /** Whether it did, or will do, what was asked. */
    public boolean ok() {
        return status >= 200 && status < 300;
    }
}
