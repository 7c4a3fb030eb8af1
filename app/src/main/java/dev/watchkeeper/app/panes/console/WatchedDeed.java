package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.console.Answer;
import dev.watchkeeper.postgres.console.Notice;
import dev.watchkeeper.postgres.console.Request;
import dev.watchkeeper.postgres.console.SqlConsole;
import dev.watchkeeper.postgres.console.change.ChangePreview;
import dev.watchkeeper.postgres.console.change.RunStatements;
import java.util.List;
import java.util.function.Consumer;

/** Statements that change something, run as an action, and watched by the pane meanwhile. */
final class WatchedDeed implements Action {
    private final Runner runner;
    private final RunStatements described;
    private final List<Request> requests;
    private final ChangePreview preview;
    private final int limit;

    WatchedDeed(Runner runner, SqlConsole console, List<Request> requests, ChangePreview preview, int limit) {
        this.runner = runner;
        this.described = new RunStatements(console, requests, preview, new Deaf());
        this.requests = List.copyOf(requests);
        this.preview = preview;
        this.limit = limit;
    }

    @Override
    public Target target() {
        return described.target();
    }

    @Override
    public String name() {
        return described.name();
    }

    @Override
    public String preview() {
        return described.preview();
    }

    @Override
    public String statement() {
        return described.statement();
    }

    @Override
    public Danger danger() {
        return described.danger();
    }

    @Override
    public Outcome run() throws FaultException {
        return run(step -> {});
    }

    @Override
    public Outcome run(Consumer<String> tell) throws FaultException {
        // each step is shown in the pane already
        return runner.runDeed(requests, preview, limit, step -> {});
    }

    /** Of the description, which is never run. */
    private static final class Deaf implements RunStatements.Listener {
        @Override
        public void answered(Request request, Answer answer) {}

        @Override
        public void notice(Notice notice) {}
    }
}
