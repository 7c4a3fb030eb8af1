package dev.watchkeeper.postgres.sessions;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What happened a second between two looks.
 *
 * @param transactions commits and rollbacks a second
 * @param rollbacks a second
 * @param hitRatio share of blocks found in the cache, 0 to 1; empty if no block was asked for
 */
public record Rates(double transactions, double rollbacks, OptionalDouble hitRatio) {
    /** Empty if the counters were reset or the server restarted in between, or no time has passed. */
    public static Optional<Rates> between(Vitals.Counters before, Vitals.Counters now) {
        double seconds = Duration.between(before.at(), now.at()).toNanos() / 1e9;
        long commits = now.commits() - before.commits();
        long rollbacks = now.rollbacks() - before.rollbacks();
        long hit = now.blocksHit() - before.blocksHit();
        long read = now.blocksRead() - before.blocksRead();
        if (seconds <= 0 || commits < 0 || rollbacks < 0 || hit < 0 || read < 0) {
            return Optional.empty();
        }
        OptionalDouble ratio =
                hit + read == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hit / (hit + read));
        return Optional.of(new Rates((commits + rollbacks) / seconds, rollbacks / seconds, ratio));
    }
}
