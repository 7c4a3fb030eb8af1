package dev.watchkeeper.postgres.locks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Who waits for whom on one server at one instant. Immutable. */
public final class BlockingForest {
    private final SequencedMap<Party, Member> members;
    private final Map<Party, List<Edge>> blockersOf;
    private final Map<Party, List<Edge>> waitersFor;

    /** Each edge's two parties should be among the members. */
    public BlockingForest(Collection<Member> members, Collection<Edge> edges) {
        this.members = new LinkedHashMap<>();
        members.stream()
                .sorted(Comparator.comparing(Member::party))
                .forEach(member -> this.members.put(member.party(), member));
        this.blockersOf = new HashMap<>();
        this.waitersFor = new HashMap<>();
        for (Edge edge : edges) {
            blockersOf
                    .computeIfAbsent(edge.waiter(), party -> new ArrayList<>())
                    .add(edge);
            waitersFor
                    .computeIfAbsent(edge.blocker(), party -> new ArrayList<>())
                    .add(edge);
        }
    }

    /** Nobody waits. */
    public static BlockingForest empty() {
        return new BlockingForest(List.of(), List.of());
    }

    /** Whether nobody waits for anybody. */
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** In the order of their pids, prepared transactions first. */
    public List<Member> members() {
        return List.copyOf(members.values());
    }

    /** Empty if it is not part of the forest. */
    public Optional<Member> member(Party party) {
        return Optional.ofNullable(members.get(party));
    }

    /** Edges that start at this waiter; empty if it waits for nobody. */
    public List<Edge> blockersOf(Party waiter) {
        return List.copyOf(blockersOf.getOrDefault(waiter, List.of()));
    }

    /** Edges that end at this blocker; empty if nobody waits for it. */
    public List<Edge> waitersFor(Party blocker) {
        return List.copyOf(waitersFor.getOrDefault(blocker, List.of()));
    }

    /** Members and edges together: what it takes to keep it. */
    public int size() {
        return members.size()
                + blockersOf.values().stream().mapToInt(List::size).sum();
    }

    /** Sessions that wait. */
    public long waiting() {
        return members.values().stream().filter(Member::isWaiting).count();
    }

    /** The longest wait of all; zero if nobody waits. */
    public Duration longestWait(Instant now) {
        return members.values().stream()
                .map(Member::awaits)
                .filter(wait -> wait != null)
                .map(awaited -> awaited.lasts(now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /**
     * Those who hold others back and wait for nobody, by how many they hold back, then by how long the first of those
     * has waited. Of a cycle (a deadlock that the server has not resolved yet) all are named that nobody outside of it
     * holds back.
     */
    public List<Root> roots(Instant now) {
        List<Root> roots = new ArrayList<>();
        Set<Party> covered = new HashSet<>();
        for (Party party : members.keySet()) {
            if (waitersFor.containsKey(party) && !blockersOf.containsKey(party)) {
                roots.add(root(party, now));
                covered.addAll(heldBackBy(party));
            }
        }
        for (Party party : members.keySet()) {
            if (blockersOf.containsKey(party)
                    && !covered.contains(party)
                    && heldBackBy(party).contains(party)) {
                roots.add(root(party, now));
            }
        }
        roots.sort(Comparator.comparingInt(Root::holdsBack)
                .thenComparing(Root::longest)
                .reversed()
                .thenComparing(Root::party));
        return roots;
    }

    private Root root(Party party, Instant now) {
        Set<Party> held = heldBackBy(party);
        Duration longest = Duration.ZERO;
        for (Party waiter : held) {
            Member member = members.get(waiter);
            Wait wait = member == null ? null : member.awaits();
            if (wait != null && wait.lasts(now).compareTo(longest) > 0) {
                longest = wait.lasts(now);
            }
        }
        held.remove(party);
        return new Root(party, held.size(), longest);
    }

    /**
     * A root blocker.
     *
     * @param holdsBack sessions that wait for it, directly or behind others
     * @param longest how long the first of them has waited
     */
    public record Root(Party party, int holdsBack, Duration longest) {}

    /** All who wait for it, directly or behind others; itself only if it is part of a cycle. A new, changeable set. */
    public Set<Party> heldBackBy(Party blocker) {
        Set<Party> seen = new HashSet<>();
        Deque<Party> next = new ArrayDeque<>(List.of(blocker));
        while (!next.isEmpty()) {
            for (Edge edge : waitersFor.getOrDefault(next.pop(), List.of())) {
                if (seen.add(edge.waiter())) {
                    next.push(edge.waiter());
                }
            }
        }
        return seen;
    }

    /**
     * What ending this party would free, if each that is freed gets its work done and lets go: those whose every
     * blocker is gone run, and then those behind them.
     */
    public Freed freedBy(Party ended) {
        Set<Party> gone = new HashSet<>(Set.of(ended));
        Set<Party> atOnce = new HashSet<>();
        Map<Party, Integer> left = new HashMap<>();
        Deque<Party> next = new ArrayDeque<>(List.of(ended));
        while (!next.isEmpty()) {
            Party done = next.pop();
            for (Edge edge : waitersFor.getOrDefault(done, List.of())) {
                Party waiter = edge.waiter();
                List<Edge> blockers = blockersOf.getOrDefault(waiter, List.of());
                if (left.merge(waiter, blockers.size() - 1, (before, ignored) -> before - 1) == 0 && gone.add(waiter)) {
                    next.push(waiter);
                    if (blockers.stream().allMatch(one -> one.blocker().equals(ended))) {
                        atOnce.add(waiter);
                    }
                }
            }
        }
        gone.remove(ended);
        Set<Party> still = heldBackBy(ended);
        still.removeAll(gone);
        still.remove(ended);
        return new Freed(atOnce, gone, still);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlockingForest forest
                && members.equals(forest.members)
                && blockersOf.keySet().equals(forest.blockersOf.keySet())
                && blockersOf.keySet().stream().allMatch(waiter -> sameBlockers(waiter, forest));
    }

    /** In whatever order the server told them. */
    private boolean sameBlockers(Party waiter, BlockingForest other) {
        List<Edge> own = blockersOf(waiter);
        List<Edge> others = other.blockersOf(waiter);
        return own.equals(others) || Set.copyOf(own).equals(Set.copyOf(others));
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }
}
