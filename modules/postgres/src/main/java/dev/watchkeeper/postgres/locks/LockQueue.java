package dev.watchkeeper.postgres.locks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who holds one lockable thing, and who stands in line for it, in the line's order.
 *
 * <p>A newcomer goes to the end, unless it already holds a mode of the same thing that somebody in the line waits for:
 * then it goes before the first of those ({@code ProcSleep} in the server's {@code storage/lmgr/proc.c}). The server may
 * also reorder a line to resolve a deadlock; that can't be seen from outside, and is why {@code pg_blocking_pids} is
 * asked wherever it may matter.
 */
final class LockQueue {
    /** One that waits. */
    record Waiter(
            Party party,
            LockMode mode,
            @Nullable Instant since,
            @Nullable List<Integer> blockingPids) {}

    private final Map<Party, Set<LockMode>> holders = new TreeMap<>();
    private final List<Waiter> waiters = new ArrayList<>();

    void add(LockRow row, Party party) {
        if (row.granted()) {
            holders.computeIfAbsent(party, holder -> EnumSet.noneOf(LockMode.class))
                    .add(row.mode());
        } else {
            waiters.add(new Waiter(party, row.mode(), row.since(), row.blockingPids()));
        }
    }

    /** The line, first come first. */
    List<Waiter> line() {
        List<Waiter> byArrival = new ArrayList<>(waiters);
        byArrival.sort(Comparator.comparing(Waiter::since, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Waiter::party));
        List<Waiter> line = new ArrayList<>(byArrival.size());
        for (Waiter waiter : byArrival) {
            line.add(placeOf(waiter, line), waiter);
        }
        return line;
    }

    private int placeOf(Waiter newcomer, List<Waiter> line) {
        Set<LockMode> held = holders.get(newcomer.party());
        if (held != null) {
            for (int i = 0; i < line.size(); i++) {
                Waiter there = line.get(i);
                if (!there.party().equals(newcomer.party()) && anyConflicts(held, there.mode())) {
                    return i;
                }
            }
        }
        return line.size();
    }

    /** Whom each waiter waits for. */
    List<Edge> edges() {
        List<Waiter> line = line();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            edges.addAll(edgesOf(line.get(i), line.subList(0, i)));
        }
        return edges;
    }

    private List<Edge> edgesOf(Waiter waiter, List<Waiter> ahead) {
        Map<Party, Edge> possible = new LinkedHashMap<>();
        for (Waiter other : waiters) {
            if (conflict(waiter, other)) {
                possible.put(other.party(), new Edge(waiter.party(), other.party(), true, other.mode()));
            }
        }
        Map<Party, Edge> hard = new LinkedHashMap<>();
        holders.forEach((holder, modes) -> {
            if (!holder.equals(waiter.party()) && anyConflicts(modes, waiter.mode())) {
                hard.put(holder, new Edge(waiter.party(), holder, false, strongest(modes, waiter.mode())));
            }
        });
        possible.putAll(hard);
        List<Integer> truth = waiter.blockingPids();
        if (truth != null && !truth.isEmpty() && truth.stream().allMatch(pid -> supports(possible, pid))) {
            return possible.values().stream()
                    .filter(edge -> truth.contains(edge.blocker().pid()))
                    .filter(edge -> !edge.blocker().isPrepared() || !edge.soft())
                    .toList();
        }
        Map<Party, Edge> derived = new LinkedHashMap<>(hard);
        for (Waiter other : ahead) {
            if (conflict(waiter, other)) {
                derived.putIfAbsent(other.party(), new Edge(waiter.party(), other.party(), true, other.mode()));
            }
        }
        return List.copyOf(derived.values());
    }

    private static boolean supports(Map<Party, Edge> possible, int pid) {
        if (pid != 0) {
            return possible.containsKey(Party.session(pid));
        }
        return possible.keySet().stream().anyMatch(Party::isPrepared);
    }

    private static boolean conflict(Waiter waiter, Waiter other) {
        return !waiter.party().equals(other.party()) && waiter.mode().conflictsWith(other.mode());
    }

    private static boolean anyConflicts(Set<LockMode> modes, LockMode wanted) {
        return modes.stream().anyMatch(wanted::conflictsWith);
    }

    private static LockMode strongest(Set<LockMode> modes, LockMode wanted) {
        return modes.stream()
                .filter(wanted::conflictsWith)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
