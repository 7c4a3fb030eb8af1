package dev.watchkeeper.kernel.topology;

import java.util.List;

/**
 * What goes from one node to another.
 *
 * @param from id of the node that sends, watches or routes
 * @param to id of the node that receives, is watched, or is reached
 * @param name subscription, application name, HAProxy's backend or PgBouncer's database; empty if there is none
 * @param state in the server's own word: {@code streaming}, {@code catchup}, {@code online}, {@code up}; {@code down} for a
 *     link that should be there
 * @param slot of PostgreSQL at the sender; empty if there is none
 * @param severity what its colour says
 * @param details for whoever selects it
 */
public record Link(
        String from,
        String to,
        LinkKind kind,
        String name,
        String state,
        String slot,
        Lag lag,
        Severity severity,
        List<Detail> details) {
    /** What a link is called that ought to be there and isn't. */
    public static final String DOWN = "down";

    public Link {
        details = List.copyOf(details);
    }

    /** Unique within a topology, and the same as long as it is the same link. */
    public String id() {
        return from + " " + kind.label() + " " + to + " " + name;
    }
}
