package dev.watchkeeper.lab.story;

import dev.watchkeeper.lab.postgres.PostgresServer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Staged trouble: sessions that hold, wait or idle as told, until somebody ends them or {@link #close} does. When a blocker
 * is ended the waiters run on by themselves. Thread-safe.
 */
public final class Story implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Story.class.getName());

    private final PostgresServer server;
    private final Plot plot;
    private final Consumer<String> notes;
    private Cast cast;

    Story(PostgresServer server, Plot plot, Consumer<String> notes) {
        this.server = server;
        this.plot = plot;
        this.notes = line -> notes.accept(plot.name() + ": " + line);
        this.cast = new Cast(server, this.notes);
    }

    /** In the DBA's words: {@code row queue}. */
    public String name() {
        return plot.name();
    }

    /** Stages it anew, after ending what is left of the last time; returns when everybody stands where he should. */
    public synchronized Story stage() throws SQLException, IOException {
        cast.leave();
        cast = new Cast(server, notes);
        plot.play(cast);
        cast.complete();
        return this;
    }

    /** Whether its blockers are all there, and somebody still waits if anybody did. */
    public synchronized boolean stands() throws SQLException {
        return cast.stands();
    }

    /** The pids of those who hold without waiting: the roots. */
    public synchronized List<Integer> holders() {
        return cast.holderPids();
    }

    /** The pids of those who wait, in the order they came if that matters to the story. */
    public synchronized List<Integer> waiters() {
        return cast.waiterPids();
    }

    /** The gids of its prepared transactions. */
    public synchronized List<String> prepared() {
        return cast.preparedGids();
    }

    /** How many waiters got what they waited for. */
    public synchronized int ranOn() {
        return cast.ranOn();
    }

    /** Ends its sessions and transactions. A server that is gone has ended them already. */
    @Override
    public synchronized void close() {
        try {
            cast.leave();
        } catch (SQLException | IOException e) {
            LOG.log(Level.FINE, "the story " + name() + " was left with its server", e);
        }
        cast = new Cast(server, notes);
    }
}
