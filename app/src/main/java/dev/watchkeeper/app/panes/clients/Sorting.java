package dev.watchkeeper.app.panes.clients;

import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.redis.clients.Client;
import dev.watchkeeper.redis.clients.ClientList;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Filters and sorts each snapshot as the person wants it, and the last one again when he wants it otherwise. Thread-safe. */
final class Sorting {
    private final PaneContext context;
    private final Supplier<Comparator<Client>> order;
    private final Consumer<ClientsModel> door;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Snapshot<ClientList>> last = Optional.empty();
    private volatile Wanted wanted = Wanted.ALL;

    /**
     * @param order asked on any thread
     * @param show called on the FX thread with what the person asked for
     */
    Sorting(PaneContext context, Supplier<Comparator<Client>> order, Consumer<ClientsModel> show) {
        this.context = context;
        this.order = order;
        this.door = context.fx().latest(show);
    }

    /** What the poller brought. */
    ClientsModel sort(Snapshot<ClientList> snapshot) {
        lock.lock();
        try {
            last = Optional.of(snapshot);
            return model(snapshot, false);
        } finally {
            lock.unlock();
        }
    }

    private ClientsModel model(Snapshot<ClientList> snapshot, boolean asked) {
        return new ClientsModel(
                snapshot,
                snapshot.value().clients().stream()
                        .filter(wanted::lets)
                        .sorted(order.get())
                        .toList(),
                asked);
    }

    Wanted wanted() {
        return wanted;
    }

    void want(Wanted newWish) {
        wanted = newWish;
        again();
    }

    /** The last snapshot once more, elsewhere than on the FX thread. */
    void again() {
        context.background("sort", this::sortAgain);
    }

    private void sortAgain() {
        lock.lock();
        try {
            last.ifPresent(snapshot -> door.accept(model(snapshot, true)));
        } finally {
            lock.unlock();
        }
    }
}
