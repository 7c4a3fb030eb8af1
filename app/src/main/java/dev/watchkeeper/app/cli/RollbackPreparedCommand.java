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
import dev.watchkeeper.postgres.locks.PreparedTransaction;
import dev.watchkeeper.postgres.locks.RollbackPrepared;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watchkeeper rollback-prepared}. */
@Command(
        name = "rollback-prepared",
        header = "Rolls back a prepared transaction that nobody ended.",
        description = {
            "",
            "Its work is lost for good. Says first how long it has been prepared, by whom, and who waits for it.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper rollback-prepared tx_8812 --on billing --dry-run",
            "  watchkeeper rollback-prepared tx_8812 --on billing --yes"
        })
final class RollbackPreparedCommand implements Callable<Integer> {
    private final Setting setting;

    @Parameters(paramLabel = "GID", description = "the transaction's name, as pg_prepared_xacts.gid has it")
    private String gid;

    @Option(names = "--on", required = true, paramLabel = "TARGET", description = "where, with its database")
    private String on;

    @Mixin
    private Confirmation confirmation;

    RollbackPreparedCommand(Setting setting) {
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
        PreparedTransaction transaction = PreparedTransaction.find(server, gid)
                .orElseThrow(() -> new FaultException(
                        FaultKind.CONFLICT,
                        "there is no prepared transaction called " + gid + " on "
                                + server.target().name(),
                        "See select gid, prepared, owner, database from pg_prepared_xacts"));
        Snapshot<BlockingForest> forest = new LocksProbe(server).read();
        String preview = Consequences.ofRollback(
                gid, transaction.owner(), transaction.preparedAt(), forest.value(), forest.takenAt());
        return new RollbackPrepared(server, transaction, preview);
    }
}
