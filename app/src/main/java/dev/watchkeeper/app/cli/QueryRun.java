package dev.watchkeeper.app.cli;

import dev.watchkeeper.kernel.action.ActionDesk;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.sql.MetaCommand;
import dev.watchkeeper.kernel.sql.SqlStatement;
import dev.watchkeeper.postgres.console.Request;
import dev.watchkeeper.postgres.console.SqlConsole;
import dev.watchkeeper.postgres.console.change.ChangePreview;
import dev.watchkeeper.postgres.console.change.Previewer;
import dev.watchkeeper.postgres.console.change.RunStatements;
import dev.watchkeeper.postgres.describe.Describe;
import java.util.List;

/** One run of {@code query}, cancelled on the server when somebody presses Ctrl+C. */
final class QueryRun {
    private final SqlConsole sql;
    private final QueryOutput output;
    private final Console console;
    private final boolean singleTransaction;

    QueryRun(SqlConsole sql, QueryOutput output, Console console, boolean singleTransaction) {
        this.sql = sql;
        this.output = output;
        this.console = console;
        this.singleTransaction = singleTransaction;
    }

    /** What only reads. */
    int atOnce(List<Request> requests) throws FaultException {
        return cancellable(() -> {
            for (Request request : requests) {
                if (request.statement().kind() == SqlStatement.Kind.META_COMMAND) {
                    output.describe(sql.ask(
                            Describe.of(MetaCommand.of(request.statement().text()))));
                } else {
                    output.answered(request, sql.run(request, output::notice));
                }
            }
            return end();
        });
    }

    /** What changes something: shown, asked for, audited. Everything but rows is told beside the output. */
    int asked(List<Request> requests, Confirmation confirmation, ActionDesk desk) throws FaultException {
        return cancellable(() -> {
            ChangePreview preview = new Previewer(sql).of(requests);
            RunStatements action = new RunStatements(sql, requests, preview, output);
            Console beside = new Console(console.err(), console.err(), console.width(), console.person());
            int code = confirmation.carryOut(action, desk, beside);
            return code == Exit.DONE ? end() : code;
        });
    }

    /** Commits what was to be done as one; what a script's own BEGIN left open is rolled back, and said to be. */
    private int end() throws FaultException {
        if (sql.transaction().isOpen() && singleTransaction) {
            sql.commit(output::notice);
            return Exit.DONE;
        }
        if (sql.transaction().isOpen()) {
            sql.rollback(output::notice);
            console.complain("the transaction that was begun was not ended: it was rolled back");
            return Exit.FAILED;
        }
        return Exit.DONE;
    }

    @FunctionalInterface
    private interface Work {
        int run() throws FaultException;
    }

    private int cancellable(Work work) throws FaultException {
        Thread hook = new Thread(this::cancel, "cancel-query");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.run();
        } finally {
            unhook(hook);
        }
    }

    private void cancel() {
        try {
            sql.cancel();
        } catch (FaultException e) {
            console.complain(e.fault().message());
        }
    }

    private static void unhook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending, and the hook is doing its work
            hook.interrupt();
        }
    }
}
