package dev.watchkeeper.app.reports;

import dev.watchkeeper.postgres.sessions.Session;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many sessions each one holds back, directly or behind others, by {@code pg_blocking_pids}. */
public final class HeldBack {
    private final Map<Integer, List<Integer>> waiters = new HashMap<>();

    public HeldBack(Collection<Session> sessions) {
        for (Session session : sessions) {
            for (int blocker : session.blockedBy()) {
                waiters.computeIfAbsent(blocker, pid -> new ArrayList<>()).add(session.pid());
            }
        }
    }

    /** Sessions that would have to wait no longer for this one, or for somebody behind it. */
    public int by(int pid) {
        Set<Integer> seen = new HashSet<>(Set.of(pid));
        Deque<Integer> next = new ArrayDeque<>(List.of(pid));
        while (!next.isEmpty()) {
            for (int waiter : waiters.getOrDefault(next.pop(), List.of())) {
                if (seen.add(waiter)) {
                    next.push(waiter);
                }
            }
        }
        return seen.size() - 1;
    }
}
