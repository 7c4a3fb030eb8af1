package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.sessions.SessionList;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Arranges each snapshot as the person wants it, and the last one again when he wants it otherwise. Thread-safe. */
final class Arranging {
    private final PaneContext context;
    private final Supplier<Comparator<SessionLine>> order;
    private final BackendUse use;
    private final Consumer<SessionsModel> door;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Snapshot<SessionList>> last = Optional.empty();
    private volatile Choice choice = Choice.ALL;

    /**
     * @param order asked on any thread
     * @param show called on the FX thread with what the person asked for
     */
    Arranging(
            PaneContext context,
            Supplier<Comparator<SessionLine>> order,
            BackendUse use,
            Consumer<SessionsModel> show) {
        this.context = context;
        this.order = order;
        this.use = use;
        this.door = context.fx().latest(show);
    }

    /** What the poller brought. */
    SessionsModel arrange(Snapshot<SessionList> snapshot) {
        lock.lock();
        try {
            last = Optional.of(snapshot);
            return Arranger.arrange(snapshot, choice, order.get(), use::of, false);
        } finally {
            lock.unlock();
        }
    }

    Choice choice() {
        return choice;
    }

    void choose(Choice newChoice) {
        choice = newChoice;
        again();
    }

    /** The last snapshot once more, elsewhere than on the FX thread. */
    void again() {
        context.background("arrange", this::rearrange);
    }

    private void rearrange() {
        lock.lock();
        try {
            last.ifPresent(snapshot -> door.accept(Arranger.arrange(snapshot, choice, order.get(), use::of, true)));
        } finally {
            lock.unlock();
        }
    }
}
