package dev.watchkeeper.app.panes.locks.picture;

import dev.watchkeeper.postgres.locks.Party;
import java.util.List;

/**
 * One card of the picture: a single member, or several that are in the same position.
 *
 * @param id of its node
 * @param members the first is the one that waits longest
 */
public record Pile(String id, List<Party> members) {
    public Pile {
        members = List.copyOf(members);
    }

    static Pile single(Party party) {
        return new Pile(id(party), List.of(party));
    }

    /** The node's id of a member that stands alone. */
    public static String id(Party party) {
        return party.isPrepared() ? "gid:" + party.gid() : "pid:" + party.pid();
    }

    public boolean isSingle() {
        return members.size() == 1;
    }
}
