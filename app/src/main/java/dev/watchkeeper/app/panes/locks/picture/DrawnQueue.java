package dev.watchkeeper.app.panes.locks.picture;

import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.Edge;
import dev.watchkeeper.postgres.locks.Member;
import dev.watchkeeper.postgres.locks.Party;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The edges of a forest that are worth drawing. In a queue of 800 nearly everybody waits for everybody before him; what
 * a person wants to see is who has the lock, or, if the lock could be shared with whoever has it, who stands at the head
 * of the queue.
 */
public final class DrawnQueue {
    private final Map<Party, List<Edge>> ahead = new HashMap<>();
    private final Map<Party, List<Party>> behind = new HashMap<>();

    private DrawnQueue() {}

    /** Takes a waiter's hard edges; if it has none, the soft ones to the heads of its queue. */
    public static DrawnQueue of(BlockingForest forest) {
        DrawnQueue queue = new DrawnQueue();
        Map<Party, List<Edge>> all = new HashMap<>();
        forest.members().forEach(member -> all.put(member.party(), forest.blockersOf(member.party())));
        for (Member member : forest.members()) {
            Party waiter = member.party();
            List<Edge> edges = all.getOrDefault(waiter, List.of());
            List<Edge> hard = edges.stream().filter(edge -> !edge.soft()).toList();
            List<Edge> drawn = hard.isEmpty() ? heads(edges, all) : hard;
            if (!drawn.isEmpty()) {
                queue.ahead.put(waiter, drawn);
                drawn.forEach(edge -> queue.behind
                        .computeIfAbsent(edge.blocker(), party -> new ArrayList<>())
                        .add(waiter));
            }
        }
        return queue;
    }

    /** Of these soft blockers those who don't queue behind another of them. */
    private static List<Edge> heads(List<Edge> soft, Map<Party, List<Edge>> all) {
        Set<Party> blockers = new HashSet<>();
        soft.forEach(edge -> blockers.add(edge.blocker()));
        List<Edge> heads = soft.stream()
                .filter(edge -> all.getOrDefault(edge.blocker(), List.of()).stream()
                        .noneMatch(before -> before.soft() && blockers.contains(before.blocker())))
                .toList();
        return heads.isEmpty() ? soft : heads;
    }

    /** The drawn edges that start at this waiter. */
    public List<Edge> blockersOf(Party waiter) {
        return ahead.getOrDefault(waiter, List.of());
    }

    /** Who is drawn behind this one, in the order of their pids. */
    public List<Party> waitersFor(Party blocker) {
        return behind.getOrDefault(blocker, List.of());
    }

    public boolean isBlocker(Party party) {
        return behind.containsKey(party);
    }
}
