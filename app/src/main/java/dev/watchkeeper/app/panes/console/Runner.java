package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.result.PackedPage;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.sql.MaskedSql;
import dev.watchkeeper.kernel.sql.MetaCommand;
import dev.watchkeeper.kernel.sql.SqlStatement;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.console.Answer;
import dev.watchkeeper.postgres.console.Notice;
import dev.watchkeeper.postgres.console.Page;
import dev.watchkeeper.postgres.console.Request;
import dev.watchkeeper.postgres.console.Row;
import dev.watchkeeper.postgres.console.RowCursor;
import dev.watchkeeper.postgres.console.SqlConsole;
import dev.watchkeeper.postgres.console.change.ChangePreview;
import dev.watchkeeper.postgres.console.change.RunStatements;
import dev.watchkeeper.postgres.describe.Describe;
import dev.watchkeeper.postgres.describe.Description;
import dev.watchkeeper.workspace.console.ConsoleHistory;
import dev.watchkeeper.workspace.console.Remembered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Runs statements one after the other, away from the FX thread, and tells there what happens. */
final class Runner {
    private final PaneContext context;
    private final SqlConsole console;
    private final ConsoleHistory history;
    private final Consumer<Event> sight;
    private final ConcurrentLinkedQueue<Notice> notices = new ConcurrentLinkedQueue<>();
    private final Consumer<Boolean> hear;
    private final AtomicBoolean running = new AtomicBoolean();

    /**
     * @param sight called on the FX thread
     */
    Runner(PaneContext context, SqlConsole console, ConsoleHistory history, Consumer<Event> sight) {
        this.context = context;
        this.console = console;
        this.history = history;
        this.sight = sight;
        this.hear = context.fx().latest(any -> drain());
    }

    /** Whether statements are under way; on the FX thread. */
    boolean isRunning() {
        return running.get();
    }

    /**
     * Runs them one after the other; nothing if others are under way. On the FX thread.
     *
     * @param limit so many rows of each result are read at first
     */
    void run(List<Request> requests, int limit) {
        if (!requests.isEmpty() && running.compareAndSet(false, true)) {
            context.background("console", () -> {
                Run run = new Run(requests, limit);
                try {
                    for (Request request : requests) {
                        one(run, request);
                    }
                } catch (FaultException e) {
                    run.failed(e);
                } finally {
                    run.ended();
                }
            });
        }
    }

    private void one(Run run, Request request) throws FaultException {
        SqlStatement statement = request.statement();
        if (statement.kind() == SqlStatement.Kind.META_COMMAND) {
            run.described(request, console.ask(Describe.of(MetaCommand.of(statement.text()))));
        } else {
            run.answered(request, console.run(request, run::notice));
        }
    }

    /** The same as an action, which is confirmed and written down; nothing is begun before it is run. */
    Action deed(List<Request> requests, ChangePreview preview, int limit) {
        return new WatchedDeed(this, console, requests, preview, limit);
    }

    /** On the thread of the action. */
    Outcome runDeed(List<Request> requests, ChangePreview preview, int limit, Consumer<String> tell)
            throws FaultException {
        if (!running.compareAndSet(false, true)) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "a statement is running in this console",
                    "Nothing was done; wait, or cancel it");
        }
        Run run = new Run(requests, limit);
        try {
            return new RunStatements(console, requests, preview, run).run(tell);
        } catch (FaultException e) {
            run.failed(e);
            throw e;
        } finally {
            run.ended();
        }
    }

    private static Event.Came first(Request request, Answer answer, int limit) throws FaultException {
        if (answer.rows().isEmpty()) {
            return new Event.Came(request, answer, null, true);
        }
        RowCursor rows = answer.rows().get();
        Page page = rows.next(limit);
        return new Event.Came(request, answer, packed(rows, page), page.last());
    }

    /** On the thread that read it. */
    static PackedPage packed(RowCursor cursor, Page page) {
        return PackedPage.of(
                cursor.columns().size(), page.rows().stream().map(Row::values).toList());
    }

    private static String outcome(Event.Came came) {
        if (came.page() != null) {
            return Sizes.of(came.page().size(), "row", "rows") + (came.last() ? "" : " and more");
        }
        return came.answer().count().isPresent()
                ? Sizes.of(came.answer().count().getAsLong(), "row", "rows")
                : came.answer().verb().toLowerCase(Locale.ROOT);
    }

    private void remember(Request request, String outcome, boolean done, Duration took) {
        try {
            history.add(new Remembered(
                    context.clock().instant(),
                    context.target().name(),
                    MaskedSql.of(request.statement().text()),
                    MaskedSql.of(outcome),
                    done,
                    took.toMillis()));
        } catch (FaultException e) {
            context.complain(e.fault());
        }
    }

    private void drain() {
        List<Notice> some = waiting();
        if (!some.isEmpty()) {
            sight.accept(new Event.Said(some));
        }
    }

    private List<Notice> waiting() {
        List<Notice> some = new ArrayList<>();
        for (Notice one = notices.poll(); one != null; one = notices.poll()) {
            some.add(one);
        }
        return some;
    }

    /** What the server said before comes before: it is taken here, not when the FX thread comes to it. */
    private void tell(Event event) {
        List<Notice> before = waiting();
        context.fx().run(() -> {
            if (!before.isEmpty()) {
                sight.accept(new Event.Said(before));
            }
            sight.accept(event);
        });
    }

    /** One time that statements are run. */
    private final class Run implements RunStatements.Listener {
        private final List<Request> requests;
        private final int limit;
        private final long begin = System.nanoTime();
        private long beginOfOne = begin;
        private int ran;

        Run(List<Request> requests, int limit) {
            this.requests = requests;
            this.limit = limit;
            begun();
        }

        private void begun() {
            beginOfOne = System.nanoTime();
            if (ran < requests.size()) {
                tell(new Event.Begun(requests.get(ran), ran + 1, requests.size()));
            }
        }

        @Override
        public void answered(Request request, Answer answer) throws FaultException {
            Event.Came came = first(request, answer, limit);
            tell(came);
            remember(request, outcome(came), true, since(beginOfOne));
            ran++;
            begun();
        }

        void described(Request request, List<Description> descriptions) {
            tell(new Event.Described(request, descriptions, since(beginOfOne)));
            remember(request, "described", true, since(beginOfOne));
            ran++;
            begun();
        }

        @Override
        public void notice(Notice notice) {
            notices.add(notice);
            hear.accept(true);
        }

        void failed(FaultException why) {
            Request request = requests.get(Math.min(ran, requests.size() - 1));
            tell(new Event.Failed(request, why, since(beginOfOne)));
            remember(request, "failed: " + why.fault().message(), false, since(beginOfOne));
        }

        void ended() {
            running.set(false);
            tell(new Event.Ended(ran, requests.size(), since(begin)));
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
