package dev.watchkeeper.app.panes.queries.log;

import dev.watchkeeper.app.serverlog.LogWays;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.poll.Poll;
import dev.watchkeeper.kernel.poll.Subscription;
import dev.watchkeeper.postgres.serverlog.ServerLog;
import dev.watchkeeper.postgres.serverlog.ServerLogProbe;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for the log while somebody looks at it, and for nothing before. Lives on the FX thread. */
final class LogFeed implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(10);

    /**
     * An answer, and what the table shows of it.
     *
     * @param lines empty if there is no new one
     */
    record Arrival(Poll<ServerLog> poll, List<LogLine> lines) {
        static Arrival of(Poll<ServerLog> poll) {
            List<LogLine> lines = poll instanceof Poll.Fresh<ServerLog> fresh
                    ? fresh.snapshot().value().groups().stream()
                            .map(LogLine::of)
                            .toList()
                    : List.of();
            return new Arrival(poll, lines);
        }
    }

    private final PaneContext context;
    private final Consumer<Arrival> door;
    private Duration window;
    private @Nullable ServerLogProbe probe;
    private @Nullable Subscription<ServerLog> subscription;
    private boolean closed;

    /** @param show called on the FX thread, not after the end */
    LogFeed(PaneContext context, Duration window, Consumer<Arrival> show) {
        this.context = context;
        this.window = window;
        this.door = context.fx().latest(arrival -> {
            if (!closed) {
                show.accept(arrival);
            }
        });
    }

    void seen(boolean seen) {
        if (closed) {
            return;
        }
        if (subscription != null) {
            subscription.pause(!seen);
            if (seen) {
                subscription.refreshNow();
            }
        } else if (seen) {
            ServerLogProbe asked =
                    new ServerLogProbe(context.postgres(), LogWays.of(context.postgres(), context.hosts()), window);
            probe = asked;
            subscription = context.poller().subscribe(asked, EVERY, poll -> door.accept(Arrival.of(poll)));
        }
    }

    /** How far back it tells from now on. */
    void window(Duration wanted) {
        window = wanted;
        if (probe != null) {
            probe.window(wanted);
        }
        refresh();
    }

    void refresh() {
        if (subscription != null) {
            subscription.refreshNow();
        }
    }

    @Override
    public void close() {
        closed = true;
        if (subscription != null) {
            subscription.close();
        }
    }
}
