package dev.watchkeeper.postgres.locks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What {@code pg_blocking_pids} said of waits that still go on. Nobody comes in before a waiter but by the rules that
 * make its queue be asked for anew each time, so what was said stays true of those who are still there. Only resolving a
 * deadlock may reorder a queue behind our back; against that, the oldest answers are asked for again, a few each time.
 * For one thread.
 */
final class KnownBlockers {
    private static final int AGAIN = 5;

    private record Answer(Instant waitsSince, List<Integer> pids) {}

    /** By pid, the oldest answer first. */
    private final Map<Integer, Answer> answers = new LinkedHashMap<>();

    /** Waits that need not be asked for. */
    Map<Integer, Instant> settled() {
        Map<Integer, Instant> settled = new HashMap<>();
        answers.entrySet().stream()
                .skip(AGAIN)
                .forEach(entry -> settled.put(entry.getKey(), entry.getValue().waitsSince()));
        return settled;
    }

    void forget() {
        answers.clear();
    }

    /** Learns from rows that bring an answer, and gives the others the one that is known. */
    List<LockRow> complete(Collection<LockRow> rows, Function<LockRow, Party> partyOf) {
        Map<String, Set<Integer>> present = new HashMap<>();
        Set<Integer> waiting = new HashSet<>();
        for (LockRow row : rows) {
            present.computeIfAbsent(row.what().key(), tag -> new HashSet<>())
                    .add(partyOf.apply(row).pid());
            if (!row.granted()) {
                waiting.add(row.pid());
            }
        }
        answers.keySet().retainAll(waiting);
        List<LockRow> completed = new ArrayList<>(rows.size());
        for (LockRow row : rows) {
            completed.add(
                    row.granted()
                            ? row
                            : complete(row, present.getOrDefault(row.what().key(), Set.of())));
        }
        return completed;
    }

    private LockRow complete(LockRow row, Set<Integer> present) {
        List<Integer> said = row.blockingPids();
        Instant since = row.since();
        Answer known = answers.get(row.pid());
        if (said != null) {
            answers.remove(row.pid());
            if (since != null) {
                answers.put(row.pid(), new Answer(since, said));
            }
            return row;
        }
        if (known == null || !known.waitsSince().equals(since)) {
            return row;
        }
        return row.withBlockers(known.pids().stream().filter(present::contains).toList());
    }
}
