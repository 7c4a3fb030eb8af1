package dev.watchkeeper.app.panes.locks.picture;

import dev.watchkeeper.postgres.locks.Member;
import java.util.List;
import java.util.Optional;

/**
 * What is told about the selected card. Immutable.
 *
 * @param title pid, gid, or how many
 * @param state for a badge; may be empty
 * @param waitEvent for a badge; may be empty
 * @param identity who it is and where it comes from
 * @param sql its statement; may be empty
 * @param consequence of ending it; empty for a pile
 * @param member whom one can act upon; empty for a pile
 */
public record Dossier(
        String title,
        String state,
        String waitEvent,
        String identity,
        List<Fact> facts,
        String sql,
        Optional<Consequence> consequence,
        Optional<Member> member) {
    public Dossier {
        facts = List.copyOf(facts);
    }

    /** The same of somebody who has left the forest. */
    public Dossier gone() {
        return new Dossier(title, "gone", "", identity, facts, sql, Optional.empty(), member);
    }

    /** One thing that is known; several lines if there are several. */
    public record Fact(String name, String value) {}
}
