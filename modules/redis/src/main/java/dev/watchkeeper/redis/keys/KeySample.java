package dev.watchkeeper.redis.keys;

import dev.watchkeeper.kernel.text.Sizes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a look at some of the keys has shown.
 *
 * @param where the server that was asked, which may be a replica
 * @param at when it began, by the workstation's clock
 * @param took with its pauses
 * @param busy without them: so long the server worked on it at most
 * @param database which of the databases
 * @param all how many keys there are in the database
 * @param looked how many were looked at
 * @param denied how many of them the user may not see
 * @param bytes what those that were looked at take together
 * @param largest the largest first
 * @param groups the one that takes most first; patterns that were too many are in one group {@code …}
 * @param end why it ended
 */
public record KeySample(
        String where,
        Instant at,
        Duration took,
        Duration busy,
        int database,
        long all,
        long looked,
        long denied,
        long bytes,
        List<BigKey> largest,
        List<KeyGroup> groups,
        End end) {
    /** From fewer keys of a kind nothing can be told of the others. */
    private static final int FEW = 10;

    public KeySample {
        largest = List.copyOf(largest);
        groups = List.copyOf(groups);
    }

    /** Why no more keys were looked at. */
    public enum End {
        /** There are no more. */
        COMPLETE,
        /** As many as were wanted. */
        ENOUGH,
        /** Its time was up. */
        TIME_UP,
        /** Somebody stopped it. */
        STOPPED
    }

    public boolean isComplete() {
        return end == End.COMPLETE;
    }

    /** What a figure of the sample comes to for all keys, if the others are like these. */
    public long extrapolated(long figure) {
        return isComplete() || looked == 0 ? figure : Math.round((double) figure / looked * all);
    }

    /** What all keys of a group take, if the others are like these; empty if too few were seen to say so. */
    public Optional<Long> extrapolated(KeyGroup group) {
        return isComplete() || group.keys() >= FEW ? Optional.of(extrapolated(group.bytes())) : Optional.empty();
    }

    /** Share of what was looked at, 0 to 1. */
    public double share(long part) {
        return bytes == 0 ? 0 : (double) part / bytes;
    }

    /** How far one can trust it, in a sentence. */
    public String honesty() {
        if (isComplete()) {
            return "All " + Sizes.of(looked, "key", "keys") + " of database " + database + " were looked at";
        }
        String why = switch (end) {
            case TIME_UP -> ", for the time was up";
            case STOPPED -> ", for it was stopped";
            default -> "";
        };
        return Sizes.count(looked) + " of " + Sizes.of(all, "key", "keys") + " of database " + database
                + " were looked at" + why
                + ": figures for all are estimates, and a big key may be among the others";
    }
}
