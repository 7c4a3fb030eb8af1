package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.poll.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/** Filters and sorts the lines, elsewhere than on the FX thread; there may be 5,000. Thread-safe. */
final class Arranging {
    private final PaneContext context;
    private final Function<Boolean, Comparator<StatementLine>> order;
    private final Consumer<QueriesModel> door;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Snapshot<Past>> last = Optional.empty();
    private List<StatementLine> lines = List.of();
    private volatile String filter = "";
    private volatile boolean onlyNews;

    /**
     * @param order of the table for comparisons, or of the other one; asked on any thread
     * @param show called on the FX thread with what the person asked for
     */
    Arranging(PaneContext context, Function<Boolean, Comparator<StatementLine>> order, Consumer<QueriesModel> show) {
        this.context = context;
        this.order = order;
        this.door = context.fx().latest(show);
    }

    /** What the poller brought. */
    QueriesModel arrange(Snapshot<Past> snapshot) {
        lock.lock();
        try {
            last = Optional.of(snapshot);
            lines = StatementLine.of(snapshot.value());
            return model(snapshot, false);
        } finally {
            lock.unlock();
        }
    }

    void filter(String text) {
        filter = text.strip().toLowerCase(Locale.ROOT);
        again();
    }

    void onlyNews(boolean only) {
        onlyNews = only;
        again();
    }

    /** The last answer once more. */
    void again() {
        context.background("arrange", () -> {
            lock.lock();
            try {
                last.ifPresent(snapshot -> door.accept(model(snapshot, true)));
            } finally {
                lock.unlock();
            }
        });
    }

    private QueriesModel model(Snapshot<Past> snapshot, boolean asked) {
        boolean comparison = snapshot.value().statements().comparison().isPresent();
        List<StatementLine> chosen = lines.stream()
                .filter(line -> line.has(filter) && (!comparison || !onlyNews || line.isNews()))
                .sorted(order.apply(comparison))
                .toList();
        return new QueriesModel(snapshot, chosen, lines.size(), asked);
    }
}
