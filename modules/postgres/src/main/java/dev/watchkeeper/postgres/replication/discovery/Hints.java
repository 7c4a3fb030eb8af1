package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.postgres.replication.member.MemberReading;
import java.util.List;

/** Somebody beside PostgreSQL who knows members of a cluster. */
@FunctionalInterface
public interface Hints {
    /**
     * The members that are known there. Asked in every refresh, on a thread of its own, and not waited for for long; never
     * fails: who can't tell gives an empty list.
     *
     * @param members what was read in the last refresh; empty in the first
     */
    List<Hint> find(List<MemberReading> members);

    /** Nobody. */
    static Hints none() {
        return members -> List.of();
    }
}
