package dev.watchkeeper.postgres.console;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.sql.Deed;
import dev.watchkeeper.kernel.sql.Effect;
import dev.watchkeeper.kernel.sql.SqlScript;
import dev.watchkeeper.kernel.sql.SqlStatement;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.ConnectionWork;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A session of its own in which people run what they like, statement by statement. It connects with the first statement,
 * and anew after the connection broke. One statement runs at a time; {@link #cancel}, {@link #transaction} and {@link #close}
 * may be called meanwhile by any thread.
 */
public final class SqlConsole implements AutoCloseable {
    /** Of a result of a statement that changes something, so many rows are kept to be looked at. */
    public static final int KEPT_ROWS = 5000;
    /** Of a statement's messages so many are passed on; the others are counted. */
    public static final int KEPT_NOTICES = 1000;

    private final PostgresServer server;
    private final Clock clock;
    private final ReentrantLock work = new ReentrantLock();
    private final Cancelling cancelling = new Cancelling();
    private final TransactionWatch watch;
    private volatile ConsoleSettings settings;
    private volatile @Nullable ConsoleSession session;
    private @Nullable LiveCursor reading;
    private volatile boolean closed;

    /** Nothing is connected yet. */
    public SqlConsole(PostgresServer server, ConsoleSettings settings, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.watch = new TransactionWatch(clock);
        this.settings = allowed(settings);
    }

    /** Whether there is anything at the target that runs statements: PostgreSQL, or PgBouncer's own console. */
    public static boolean suits(Target target) {
        return target.endpoint().engine() == Engine.POSTGRESQL
                || target.endpoint().engine() == Engine.PGBOUNCER;
    }

    /** What a statement does at this target: PgBouncer means something else by some words. */
    public static Deed deed(Target target, String statement) {
        Deed deed = Deed.of(statement);
        if (target.endpoint().engine() != Engine.PGBOUNCER) {
            return deed;
        }
        boolean shows = deed.verb().equals("SHOW");
        return new Deed(
                shows ? Effect.READ : Effect.UTILITY,
                deed.verb(),
                false,
                true,
                true,
                false,
                shows ? "" : "tells the pool what to do",
                Set.of());
    }

    public Target target() {
        return server.target();
    }

    public ConsoleSettings settings() {
        return settings;
    }

    /**
     * Changes how statements are run, from the next one on. A read-only target stays read-only.
     *
     * @throws FaultException CONFLICT while a statement runs or a transaction is open
     */
    public void settings(ConsoleSettings wanted) throws FaultException {
        begin();
        try {
            if (watch.now().isOpen()) {
                throw new FaultException(
                        FaultKind.CONFLICT,
                        "a transaction is open in this console",
                        "End it first, with COMMIT or ROLLBACK");
            }
            settings = allowed(wanted);
            ConsoleSession open = session;
            if (open != null && !open.isClosed()) {
                open.apply(settings.readOnly(), settings.statementTimeout());
            }
        } catch (SQLException e) {
            throw ConsoleFaults.plain(target(), e);
        } finally {
            work.unlock();
        }
    }

    /** How the transaction stands. */
    public TransactionState transaction() {
        return watch.now();
    }

    /** Process id of the session on the server; empty while there is none. */
    public OptionalInt pid() {
        ConsoleSession open = session;
        return open == null || open.isClosed() || open.isAdmin() ? OptionalInt.empty() : OptionalInt.of(open.pid());
    }

    /**
     * Whether backslashes in plain strings are characters like any other, as the splitter wants to know; true as long as
     * nobody set {@code standard_conforming_strings} off.
     */
    public boolean standardStrings() {
        ConsoleSession open = session;
        return open == null || open.standardStrings();
    }

    /**
     * Runs one statement and returns when its first rows or its end are here. A result that is still open is closed.
     * Commands of psql are refused here, with what to use instead.
     *
     * @param notices hears the server's messages as they come, on this thread, until the result is closed
     * @throws FaultException a {@link StatementFault} with what the server said, where, and what is not known to be
     *     committed; BAD_INPUT if a parameter has no value; DENIED or UNSUPPORTED for what is not even sent; CONFLICT
     *     while another statement runs; and what connecting fails with
     */
    public Answer run(Request request, Consumer<Notice> notices) throws FaultException {
        begin();
        try {
            closeReading();
            Deed deed = deed(target(), request.statement().text());
            StatementRules.check(request.statement(), deed, settings.readOnly());
            ConsoleSession open = session();
            return new Execution(this, open, request, deed, notices).run();
        } finally {
            work.unlock();
        }
    }

    /** Ends the transaction that is open; what a COMMIT fails with is told as that of any statement. */
    public Answer commit(Consumer<Notice> notices) throws FaultException {
        return end(ConsoleSession.COMMIT, notices);
    }

    /** Gives up the transaction that is open. */
    public Answer rollback(Consumer<Notice> notices) throws FaultException {
        return end(ConsoleSession.ROLLBACK, notices);
    }

    private Answer end(SqlFile file, Consumer<Notice> notices) throws FaultException {
        SqlStatement statement = SqlScript.of(file.filled()).statements().getFirst();
        return run(Request.of(statement.text()), notices);
    }

    /**
     * Asks something in this session between statements, so that names mean what they mean in its statements; must not
     * change anything. A result that is still open is closed.
     *
     * @throws FaultException CONFLICT while a statement runs
     */
    public <T> T ask(ConnectionWork<T> question) throws FaultException {
        begin();
        try {
            closeReading();
            return question.on(session().connected());
        } catch (SQLException e) {
            throw ConsoleFaults.plain(target(), e);
        } finally {
            work.unlock();
        }
    }

    /**
     * Tries statements in one transaction that is rolled back: of each how many rows it touched. Locks are waited for only
     * 200 ms.
     *
     * @param limit for each statement; the server ends what takes longer, and none is begun after three times as long
     * @throws FaultException CONFLICT if a transaction is open; else as {@link #run}, except for what the server has
     *     against a statement, which is in the answer
     */
    public TrialCounts dryRun(List<Request> requests, Duration limit) throws FaultException {
        begin();
        try {
            closeReading();
            if (watch.now().isOpen()) {
                throw new FaultException(
                        FaultKind.CONFLICT, "a transaction is open in this console", "Run it there, and roll back");
            }
            return new DryRun(session(), cancelling, limit).counts(requests);
        } finally {
            work.unlock();
        }
    }

    /**
     * Cancels the statement or the fetching that is under way; whoever waits for it gets a {@link StatementFault}. Blocks
     * until the server took the wish.
     *
     * @return whether anything was under way
     */
    public boolean cancel() throws FaultException {
        try {
            return cancelling.cancel();
        } catch (SQLException e) {
            throw ConsoleFaults.plain(target(), e);
        }
    }

    /** Leaves; what is under way is broken off, and an open transaction is rolled back by the server. */
    @Override
    public void close() {
        closed = true;
        ConsoleSession open = session;
        if (work.tryLock()) {
            try {
                closeReading();
                drop();
            } finally {
                work.unlock();
            }
        } else if (open != null) {
            open.abort();
        }
    }

    Cancelling cancelling() {
        return cancelling;
    }

    TransactionWatch watch() {
        return watch;
    }

    Clock clock() {
        return clock;
    }

    /** Takes the only place; not waiting for who has it. */
    void begin() throws FaultException {
        if (!work.tryLock()) {
            throw new FaultException(
                    FaultKind.CONFLICT, "a statement is running in this console", "Cancel it, or wait");
        }
    }

    void end() {
        work.unlock();
    }

    /** Whether the place was free, and is taken now. */
    boolean beginIfFree() {
        return work.tryLock();
    }

    void keepReading(LiveCursor cursor) {
        reading = cursor;
    }

    void drop() {
        ConsoleSession open = session;
        session = null;
        watch.none();
        if (open != null) {
            open.close();
        }
    }

    private void closeReading() {
        LiveCursor cursor = reading;
        reading = null;
        if (cursor != null) {
            cursor.giveUp("another statement was run");
        }
    }

    private ConsoleSession session() throws FaultException {
        ConsoleSession open = session;
        if (closed) {
            throw new FaultException(FaultKind.UNREACHABLE, "this console was closed", "");
        }
        if (open == null || open.isClosed()) {
            watch.none();
            open = ConsoleSession.open(server, settings.readOnly(), settings.statementTimeout());
            session = open;
        }
        return open;
    }

    private ConsoleSettings allowed(ConsoleSettings wanted) {
        return wanted.readOnly(wanted.readOnly() || server.target().readOnly());
    }
}
