package dev.watchkeeper.postgres.pgbouncer;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.sql.Quoting;
import java.time.Duration;
import java.util.List;

/** Gives PgBouncer a command, and looks what became of it. */
final class PoolAction implements Action {
    /** A pause waits for transactions; longer than this nobody should keep all clients waiting without having another look. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final PgBouncerConsole console;
    private final PoolCommand command;
    private final String database;
    private final PgBouncerReading before;

    /** @param database empty: all of them */
    PoolAction(PgBouncerConsole console, PoolCommand command, String database, PgBouncerReading before) {
        this.console = console;
        this.command = command;
        this.database = database;
        this.before = before;
    }

    @Override
    public Target target() {
        return console.target();
    }

    @Override
    public String name() {
        return command.action();
    }

    @Override
    public String preview() {
        return command.preview(target().name(), database, before);
    }

    @Override
    public String statement() {
        return String.join(";\n", commands());
    }

    /** One for each database: what is paused as a whole is not seen to be, and can't be resumed one by one. */
    private List<String> commands() {
        if (command == PoolCommand.RELOAD) {
            return List.of(command.word());
        }
        return before.databases().stream()
                .filter(one -> database.isEmpty() || one.name().equals(database))
                .filter(one ->
                        command == PoolCommand.PAUSE ? !one.paused() : command == PoolCommand.KILL || one.paused())
                .map(one -> command.word() + " " + Quoting.identifier(one.name()))
                .toList();
    }

    @Override
    public Danger danger() {
        return command.danger();
    }

    @Override
    public Outcome run() throws FaultException {
        long start = System.nanoTime();
        try {
            for (String one : commands()) {
                console.tell(one, LIMIT);
            }
        } catch (FaultException e) {
            if (command != PoolCommand.PAUSE || e.fault().kind() == FaultKind.FAILED) {
                throw e;
            }
            throw stillWaiting(e);
        }
        PgBouncerReading after = console.read();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        boolean done = isSo(after);
        return new Outcome(
                done,
                (done ? success() : "it has no effect yet: ") + (done ? "" : clients(after)) + " after "
                        + Spans.words(took),
                took);
    }

    private boolean isSo(PgBouncerReading now) {
        List<PooledDatabase> meant = now.databases().stream()
                .filter(one -> database.isEmpty() || one.name().equals(database))
                .toList();
        return switch (command) {
            case PAUSE -> meant.stream().allMatch(PooledDatabase::paused);
            case RESUME -> meant.stream().noneMatch(PooledDatabase::paused);
            case RELOAD -> true;
            case KILL ->
                now.pools(database).stream().mapToLong(Pool::serversActive).sum() == 0;
        };
    }

    private String success() {
        return switch (command) {
            case PAUSE -> "paused";
            case RESUME -> "resumed";
            case RELOAD -> "it has read its configuration again";
            case KILL -> "cut off; new clients wait until it is resumed";
        };
    }

    private String clients(PgBouncerReading now) {
        List<Pool> pools = database.isEmpty() ? now.pools() : now.pools(database);
        return Sizes.of(pools.stream().mapToLong(Pool::clients).sum(), "client", "clients");
    }

    private FaultException stillWaiting(FaultException e) throws FaultException {
        PgBouncerReading now = console.read();
        long working = (database.isEmpty() ? now.pools() : now.pools(database))
                .stream().mapToLong(Pool::serversActive).sum();
        return new FaultException(
                new Fault(
                        FaultKind.TIMEOUT,
                        target().name() + " still waits for "
                                + Sizes.of(working, "transaction to end", "transactions to end")
                                + ", and lets nobody begin a new one",
                        "Resume it, end those transactions in the sessions pane, and try again"),
                e);
    }
}
