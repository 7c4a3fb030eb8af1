package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.topology.Preflight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is known of who could become the primary. Immutable.
 *
 * @param all the best first
 * @param askedAt by the workstation's clock; empty if nobody asked yet
 * @param fault why there is no answer
 * @param asking whether an answer is awaited
 */
record Preflights(List<Preflight> all, Optional<Instant> askedAt, Optional<Fault> fault, boolean asking) {
    static final Preflights NONE = new Preflights(List.of(), Optional.empty(), Optional.empty(), false);

    /** Older than this, things may have changed. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    Preflights {
        all = List.copyOf(all);
    }

    Preflights awaited() {
        return new Preflights(all, askedAt, Optional.empty(), true);
    }

    static Preflights answered(List<Preflight> all, Instant at) {
        return new Preflights(all, Optional.of(at), Optional.empty(), false);
    }

    Preflights keeping(Predicate<Preflight> which) {
        return new Preflights(all.stream().filter(which).toList(), askedAt, fault, asking);
    }

    Preflights failed(Fault why) {
        return new Preflights(all, askedAt, Optional.of(why), false);
    }

    boolean isStale(Instant now) {
        return askedAt.map(at -> Duration.between(at, now).compareTo(FRESH) > 0).orElse(true);
    }

    /** Of this node; else of the best. */
    Optional<Preflight> of(String candidate) {
        return all.stream()
                .filter(one -> one.candidate().equals(candidate))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }
}
