package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.sessions.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What ending sessions would free: those whose every blocker is among the ended or the freed run again.
 *
 * @param freed sessions that get free, at once or in turn
 * @param stillWaiting sessions that wait for one of them, but for somebody else too
 */
record Ending(int freed, int stillWaiting) {
    static Ending of(Collection<Session> all, Set<Integer> ended) {
        Set<Integer> gone = new HashSet<>(ended);
        List<Session> waiters =
                all.stream().filter(session -> !session.blockedBy().isEmpty()).toList();
        boolean more = true;
        while (more) {
            more = false;
            for (Session waiter : waiters) {
                more |= gone.containsAll(waiter.blockedBy()) && gone.add(waiter.pid());
            }
        }
        long still = waiters.stream()
                .filter(waiter -> !gone.contains(waiter.pid()))
                .filter(waiter -> waiter.blockedBy().stream().anyMatch(gone::contains))
                .count();
        return new Ending(gone.size() - ended.size(), (int) still);
    }

    /** In numbers: "terminates pid 4711 (app_rw, 12 min in transaction): 412 sessions get free". */
    String preview(String verb, List<Session> sessions, Instant now) {
        String whom = sessions.size() == 1
                ? "pid " + sessions.getFirst().pid() + " (" + who(sessions.getFirst(), now) + ")"
                : Sizes.of(sessions.size(), "session", "sessions") + " (" + users(sessions) + ")";
        return verb + " " + whom + ": "
                + (freed == 0
                        ? "nobody waits for it to end"
                        : Sizes.of(freed, "session gets free", "sessions get free"))
                + (stillWaiting == 0
                        ? ""
                        : "; " + Sizes.of(stillWaiting, "other goes on waiting", "others go on waiting")
                                + " for somebody else");
    }

    private static String who(Session session, Instant now) {
        Duration inTransaction = session.xactAge(now);
        String user = session.user() == null ? session.backendType() : session.user();
        return user
                + (session.application().isEmpty() ? "" : ", " + session.application())
                + (inTransaction == null
                        ? ", in no transaction"
                        : ", " + Spans.words(inTransaction) + " in transaction");
    }

    private static String users(List<Session> sessions) {
        return sessions.stream()
                .collect(Collectors.groupingBy(
                        session -> session.user() == null ? session.backendType() : session.user(),
                        java.util.TreeMap::new,
                        Collectors.counting()))
                .entrySet()
                .stream()
                .map(user -> user.getKey() + " " + user.getValue())
                .collect(Collectors.joining(", "));
    }
}
