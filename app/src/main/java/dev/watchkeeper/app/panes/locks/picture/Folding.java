package dev.watchkeeper.app.panes.locks.picture;

import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.Edge;
import dev.watchkeeper.postgres.locks.Member;
import dev.watchkeeper.postgres.locks.Party;
import dev.watchkeeper.postgres.locks.Wait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who shares a card with whom. Waiters that hold nobody back and wait for the same thing, in the same mode, behind the
 * same blockers are one pile, all but the first of them; so are root blockers that stand in the way of the same
 * waiters. Who stands in the middle of a chain always has a card of his own.
 */
final class Folding {
    /** So many in the same position still get a card each. */
    private static final int FEW = 3;

    private final BlockingForest forest;
    private final DrawnQueue queue;
    private final Map<String, Integer> unfolded;
    private final Map<String, Integer> used = new HashMap<>();

    /**
     * @param unfolded for the ids of piles: how many more of it shall stand alone
     */
    Folding(BlockingForest forest, DrawnQueue queue, Map<String, Integer> unfolded) {
        this.forest = forest;
        this.queue = queue;
        this.unfolded = unfolded;
    }

    /** Positions that are equal if two members may share a card. */
    private record Position(String word, Set<Party> neighbours) {}

    List<Pile> piles() {
        Map<Position, List<Member>> groups = new LinkedHashMap<>();
        List<Pile> piles = new ArrayList<>();
        for (Member member : forest.members()) {
            Position position = position(member);
            if (position == null) {
                piles.add(Pile.single(member.party()));
            } else {
                groups.computeIfAbsent(position, first -> new ArrayList<>()).add(member);
            }
        }
        groups.forEach((position, members) -> piles.addAll(folded(position, members)));
        return piles;
    }

    private @Nullable Position position(Member member) {
        Wait awaits = member.awaits();
        List<Party> behind = queue.waitersFor(member.party());
        if (awaits == null) {
            return behind.isEmpty() || member.party().isPrepared() ? null : new Position("root", Set.copyOf(behind));
        }
        if (!behind.isEmpty()) {
            return null;
        }
        Set<Party> ahead =
                queue.blockersOf(member.party()).stream().map(Edge::blocker).collect(Collectors.toUnmodifiableSet());
        return new Position(awaits.what().key() + "|" + awaits.mode(), ahead);
    }

    private List<Pile> folded(Position position, List<Member> members) {
        members.sort(Comparator.comparing(Folding::begin).thenComparing(Member::party));
        List<Party> parties = members.stream().map(Member::party).toList();
        String id = id(position);
        int alone = parties.size() <= FEW ? parties.size() : 1 + unfolded.getOrDefault(id, 0);
        List<Pile> piles = new ArrayList<>();
        if (parties.size() - alone <= 1) {
            alone = parties.size();
        }
        parties.subList(0, alone).forEach(party -> piles.add(Pile.single(party)));
        if (alone < parties.size()) {
            piles.add(new Pile(id, parties.subList(alone, parties.size())));
        }
        return piles;
    }

    /** Stays the same while the head of the queue changes. */
    private String id(Position position) {
        String word = position.word().equals("root")
                ? "roots:"
                        + position.neighbours().stream()
                                .sorted()
                                .findFirst()
                                .map(Pile::id)
                                .orElse("")
                : "pile:" + position.word();
        int before = used.merge(word, 1, Integer::sum);
        return before == 1 ? word : word + "#" + before;
    }

    /** When it began to wait, or a blocker its transaction. */
    private static Instant begin(Member member) {
        Wait awaits = member.awaits();
        Instant begin = awaits == null ? member.xactStart() : awaits.since();
        return begin == null ? Instant.MAX : begin;
    }
}
