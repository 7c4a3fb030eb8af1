package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Consequences;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.LocksProbe;
import dev.watchkeeper.postgres.sessions.CancelQueries;
import dev.watchkeeper.postgres.sessions.Session;
import dev.watchkeeper.postgres.sessions.SessionDetailProbe;
import dev.watchkeeper.postgres.sessions.SessionId;
import dev.watchkeeper.postgres.sessions.SessionsProbe;
import dev.watchkeeper.postgres.sessions.TerminateSessions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watchkeeper terminate}. */
@Command(
        name = "terminate",
        header = "Ends a session, or cancels what it runs.",
        description = {
            "",
            "Says first what will happen in numbers. Acts on this very session, by pid and backend_start: a process id"
                    + " that is used again is never hit. Then looks what became of it, and writes the audit log.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper terminate 40318 --on billing --dry-run",
            "  watchkeeper terminate 40318 --on billing",
            "  watchkeeper terminate 40318 --on billing --cancel --yes"
        })
final class TerminateCommand implements Callable<Integer> {
    private final Setting setting;

    @Parameters(paramLabel = "PID", description = "process id of the session")
    private int pid;

    @Option(names = "--on", required = true, paramLabel = "TARGET", description = "where")
    private String on;

    @Option(names = "--cancel", description = "cancel the running statement only; the session stays")
    private boolean cancel;

    @Mixin
    private Confirmation confirmation;

    TerminateCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        try (Workbench bench = setting.workbench()) {
            Target target = bench.resolve(on);
            Action action = Entrance.through(bench, target, () -> action(bench.open(target)));
            return confirmation.carryOut(action, bench.desk(), setting.console());
        }
    }

    private Action action(PostgresServer server) throws FaultException {
        Session session = session(server);
        SessionId id = session.id();
        Snapshot<BlockingForest> forest = new LocksProbe(server).read();
        String verb = cancel ? "cancels the query of" : "terminates";
        String preview = Consequences.ofEnding(verb, session, locks(server, id), forest.value(), forest.takenAt());
        return cancel
                ? new CancelQueries(server, List.of(id), preview)
                : new TerminateSessions(server, List.of(id), preview);
    }

    private Session session(PostgresServer server) throws FaultException {
        return new SessionsProbe(server)
                .read().value().sessions().stream()
                        .filter(one -> one.pid() == pid)
                        .findFirst()
                        .orElseThrow(() -> new FaultException(
                                FaultKind.CONFLICT,
                                "there is no session with pid " + pid + " on "
                                        + server.target().name(),
                                "See watchkeeper show sessions; it may have ended by itself"));
    }

    private static int locks(PostgresServer server, SessionId id) throws FaultException {
        return (int) new SessionDetailProbe(server, id)
                .read().value().locks().stream().filter(lock -> lock.granted()).count();
    }
}
