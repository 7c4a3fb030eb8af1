package dev.watchkeeper.postgres.console.change;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.sql.MaskedSql;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.console.Answer;
import dev.watchkeeper.postgres.console.Notice;
import dev.watchkeeper.postgres.console.Request;
import dev.watchkeeper.postgres.console.SqlConsole;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Runs statements that change something, after somebody saw what they will do, and with a line in the audit log. */
public final class RunStatements implements Action {
    /** Hears what comes of the statements, on the thread that runs them. */
    public interface Listener {
        /**
         * A statement is done; whoever wants its rows reads them now, or, if it is the last, later.
         *
         * @throws FaultException ends the run: what comes behind is not run
         */
        void answered(Request request, Answer answer) throws FaultException;

        /** The server says something. */
        void notice(Notice notice);
    }

    private final SqlConsole console;
    private final List<Request> requests;
    private final ChangePreview preview;
    private final Listener listener;

    /** @param preview of these requests */
    public RunStatements(SqlConsole console, List<Request> requests, ChangePreview preview, Listener listener) {
        this.console = console;
        this.requests = List.copyOf(requests);
        this.preview = preview;
        this.listener = listener;
    }

    /** Whether these statements have to be run through an action at this target: on production, whatever changes something. */
    public static boolean isNeeded(Target target, ChangePreview preview) {
        return target.environment() == Environment.PRODUCTION && preview.changes();
    }

    @Override
    public Target target() {
        return console.target();
    }

    @Override
    public String name() {
        return "query";
    }

    @Override
    public String preview() {
        return preview.words();
    }

    /** Without secrets: passwords are masked. */
    @Override
    public String statement() {
        return requests.stream()
                .map(request -> MaskedSql.of(request.statement().text()))
                .collect(Collectors.joining(";\n"));
    }

    @Override
    public Danger danger() {
        return preview.danger();
    }

    @Override
    public Outcome run() throws FaultException {
        long start = System.nanoTime();
        String last = "";
        for (Request request : requests) {
            Answer answer = console.run(request, listener::notice);
            last = words(answer);
            listener.answered(request, answer);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String open = console.transaction().isOpen() ? "; not committed yet: a transaction is open" : "";
        String done = requests.size() == 1 ? last : Sizes.of(requests.size(), "statement", "statements") + " run";
        return new Outcome(true, done + open, took);
    }

    private static String words(Answer answer) {
        return answer.count().isPresent()
                ? answer.verb() + ": " + Sizes.of(answer.count().getAsLong(), "row", "rows")
                : answer.verb() + ": done";
    }
}
