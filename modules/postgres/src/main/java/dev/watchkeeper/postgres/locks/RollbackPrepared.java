package dev.watchkeeper.postgres.locks;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.Quoting;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** Rolls a prepared transaction back. The server finds it by its name, or refuses: a name is used by one at a time. */
public final class RollbackPrepared implements Action {
    private static final SqlFile ROLLBACK = SqlFile.of(RollbackPrepared.class, "rollback_prepared");

    private final PostgresServer server;
    private final PreparedTransaction transaction;
    private final String preview;

    /**
     * @param preview what it will do, in words and numbers
     */
    public RollbackPrepared(PostgresServer server, PreparedTransaction transaction, String preview) {
        this.server = server;
        this.transaction = transaction;
        this.preview = preview;
    }

    @Override
    public Target target() {
        return server.target();
    }

    @Override
    public String name() {
        return "rollback-prepared";
    }

    @Override
    public String preview() {
        return preview;
    }

    @Override
    public String statement() {
        return "rollback prepared " + Quoting.literal(transaction.gid());
    }

    @Override
    public Danger danger() {
        return Danger.DANGEROUS;
    }

    @Override
    public Outcome run() throws FaultException {
        long start = System.nanoTime();
        Optional<PreparedTransaction> now = PreparedTransaction.find(server, transaction.gid());
        if (now.isEmpty() || !now.get().preparedAt().equals(transaction.preparedAt())) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "there is no prepared transaction " + transaction.gid() + " of " + transaction.preparedAt()
                            + " any more",
                    "Somebody committed it or rolled it back; nothing was done");
        }
        if (!now.get().inThisDatabase()) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    transaction.gid() + " was prepared in database " + now.get().database(),
                    "Connect to that database: only there can it be rolled back");
        }
        server.act(this::rollBack);
        boolean gone = PreparedTransaction.find(server, transaction.gid()).isEmpty();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new Outcome(gone, gone ? "rolled back after " + Spans.words(took) : "it is still there", took);
    }

    private Boolean rollBack(Connected connected) throws SQLException, FaultException {
        String sql = ROLLBACK.text(connected.version()).replace(":gid", Quoting.literal(transaction.gid()));
        try (Statement statement = connected.jdbc().createStatement()) {
            statement.setEscapeProcessing(false);
            return statement.execute(sql);
        }
    }
}
