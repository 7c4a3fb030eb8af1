package dev.watchkeeper.lab.story;

import dev.watchkeeper.lab.postgres.PostgresServer;
import java.util.List;
import java.util.function.Consumer;

/** The stories that can be told on a server. None is staged before {@link Story#stage}. */
public final class Stories {
    private final PostgresServer server;
    private final Consumer<String> notes;

    private Stories(PostgresServer server, Consumer<String> notes) {
        this.server = server;
        this.notes = notes;
    }

    /** Stories on a primary with the shop's tables. */
    public static Stories on(PostgresServer server) {
        return new Stories(server, note -> {});
    }

    /** @param notes gets a line when waiters run on or are ended, on any thread */
    public static Stories on(PostgresServer server, Consumer<String> notes) {
        return new Stories(server, notes);
    }

    /**
     * One session is idle in a transaction that changed an order; that many want to change the same order. For hundreds of
     * them the lab's plan must be {@code crowded}.
     */
    public Story rowQueue(int waiters) {
        return rowQueue(waiters, 0);
    }

    /** @param textBytes how long the waiters' statements are at least */
    public Story rowQueue(int waiters, int textBytes) {
        return story(new RowQueue(waiters, textBytes));
    }

    /** A holds a row, B holds another and waits for A, C for B, D for C: three waits deep. */
    public Story chain() {
        return story(new Chain());
    }

    /** A report reads invoices, an ALTER TABLE waits for it, and that many readers queue behind the ALTER. */
    public Story tableQueue(int readers) {
        return tableQueue(readers, 0);
    }

    /** @param textBytes how long the readers' statements are at least */
    public Story tableQueue(int readers, int textBytes) {
        return story(new TableQueue(readers, textBytes));
    }

    /** One session has an advisory lock that others want. */
    public Story advisoryLock(int waiters) {
        return story(new AdvisoryLock(waiters));
    }

    /** A prepared transaction that nobody ends holds a customer's row that others want. */
    public Story preparedTransaction(int waiters) {
        return story(new PreparedTransaction(waiters));
    }

    /** That many sessions are idle in a transaction, and in nobody's way. */
    public Story idleInTransaction(int sessions) {
        return story(new IdleInTransaction(sessions));
    }

    /** That many sessions are idle, each with a last statement of about so many bytes. */
    public Story idleSessions(int sessions, int textBytes) {
        return story(new IdleSessions(sessions, textBytes));
    }

    /** All the trouble that the demo shows, together about 40 sessions. */
    public List<Story> all() {
        return List.of(
                rowQueue(8),
                chain(),
                tableQueue(6),
                advisoryLock(2),
                preparedTransaction(2),
                idleInTransaction(3),
                idleSessions(10, 200));
    }

    private Story story(Plot plot) {
        return new Story(server, plot, notes);
    }
}
