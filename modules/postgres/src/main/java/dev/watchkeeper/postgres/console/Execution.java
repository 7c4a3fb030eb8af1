package dev.watchkeeper.postgres.console;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.sql.Deed;
import dev.watchkeeper.kernel.sql.Effect;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.console.TransactionState.Phase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of one statement, from BEGIN to COMMIT where the console sets those. Used once, by one thread at a time. */
final class Execution {
    /** The first rows come together with the answer. */
    private static final int FIRST_ROWS = 100;

    private static final int MOST_ROWS = 1000;
    /** About so many characters come over at once. */
    private static final long BATCH = 4_000_000;

    private final SqlConsole console;
    private final ConsoleSession session;
    private final Request request;
    private final Deed deed;
    private final BoundStatement bound;
    private final Consumer<Notice> notices;
    private final Exchange exchange;
    private final TransactionState before;
    private boolean changes;
    private boolean opened;
    private boolean ended = true;
    private boolean committing;
    private Duration answered = Duration.ZERO;
    private Duration fetching = Duration.ZERO;

    Execution(SqlConsole console, ConsoleSession session, Request request, Deed deed, Consumer<Notice> notices) {
        this.console = console;
        this.session = session;
        this.request = request;
        this.deed = deed;
        this.notices = notices;
        this.bound = new BoundStatement(request.statement().text());
        this.exchange = session.exchange(notices);
        this.before = console.transaction();
        this.changes = deed.changes();
    }

    Answer run() throws FaultException {
        List<@Nullable String> values = bound.values(request.values());
        return guarded(() -> {
            Conduct conduct = conduct();
            long start = System.nanoTime();
            if (conduct.opens()) {
                session.control(conduct.readOnly() ? ConsoleSession.BEGIN_READ_ONLY : ConsoleSession.BEGIN, notices);
                opened = true;
                ended = !conduct.ends();
            }
            committing = isCommit();
            exchange.run(bound.sent(), values, conduct.streams() ? FIRST_ROWS : 0, session.isAdmin());
            committing = false;
            answered = Duration.ofNanos(System.nanoTime() - start);
            return answer(conduct);
        });
    }

    /** The next rows that have come or come now; null behind the last. Only with the console's place taken. */
    @Nullable
    Row next() throws FaultException {
        Row row = exchange.poll();
        if (row != null || !exchange.hasMore()) {
            return row;
        }
        guarded(() -> {
            long start = System.nanoTime();
            long most = Math.clamp(BATCH / Math.max(1, exchange.rowSize()), 1, MOST_ROWS);
            exchange.more((int) most);
            fetching = fetching.plusNanos(System.nanoTime() - start);
            return exchange;
        });
        return exchange.poll();
    }

    /** Ends a transaction of the console's own, for its statement is done. */
    void finish() throws FaultException {
        if (!ended) {
            guarded(() -> {
                committing = changes;
                session.control(ConsoleSession.COMMIT, notices);
                committing = false;
                ended = true;
                follow();
                return exchange;
            });
        }
    }

    /** Lets go of what was not read. */
    void giveUp() {
        exchange.forget();
        if (!ended) {
            ended = true;
            session.rollBackQuietly();
            console.watch().none();
        }
    }

    /** Whether a row is here, or may come. */
    boolean isAtEnd() {
        return exchange.isAtEnd();
    }

    Timing timing() {
        return new Timing(answered, fetching);
    }

    private Conduct conduct() throws SQLException, FaultException {
        boolean inTransaction = session.state() != org.postgresql.core.TransactionState.IDLE;
        boolean asks = deed.effect() == Effect.READ
                && !deed.functions().isEmpty()
                && !session.isAdmin()
                && session.state() != org.postgresql.core.TransactionState.FAILED;
        changes |= asks && session.anyVolatile(deed.functions());
        return Conduct.of(deed, changes, inTransaction, console.settings(), request.reading());
    }

    private Answer answer(Conduct conduct) throws SQLException, FaultException {
        List<Column> columns = session.columns(exchange.fields());
        Optional<RowCursor> rows = Optional.empty();
        if (exchange.hasColumns()) {
            rows = Optional.of(rows(columns, conduct));
        } else {
            finish();
            follow();
        }
        pin();
        boolean undone = before.phase() == Phase.FAILED && isCommit();
        return new Answer(
                undone ? "ROLLBACK" : deed.verb(),
                exchange.isAtEnd() ? CommandTag.count(exchange.tag(), counted(conduct)) : OptionalLong.empty(),
                rows,
                timing(),
                console.transaction(),
                exchange.notices());
    }

    /** The driver passes the tag's count on only for what came at once. */
    private long counted(Conduct conduct) {
        return conduct.streams() ? exchange.rows() : exchange.count();
    }

    private RowCursor rows(List<Column> columns, Conduct conduct) throws FaultException {
        if (conduct.drains() || !exchange.hasMore()) {
            List<Row> kept = new ArrayList<>();
            long all = 0;
            for (Row row = next(); row != null; row = next()) {
                all++;
                if (all <= SqlConsole.KEPT_ROWS || !conduct.streams()) {
                    kept.add(row);
                }
            }
            finish();
            follow();
            return new KeptCursor(columns, kept, all - kept.size(), timing());
        }
        LiveCursor cursor = new LiveCursor(console, this, columns);
        console.keepReading(cursor);
        if (ended) {
            follow();
        } else {
            console.watch().reading();
        }
        return cursor;
    }

    /** A transaction that somebody opened in a read-only console can't be made to write. */
    private void pin() throws SQLException, FaultException {
        boolean open = console.transaction().phase() == Phase.OPEN;
        if (console.settings().readOnly() && open && deed.effect() == Effect.TRANSACTION) {
            session.pinReadOnly();
        }
    }

    private void follow() {
        console.watch().follow(session.state(), deed, changes);
    }

    private boolean isCommit() {
        return deed.effect() == Effect.TRANSACTION
                && (deed.verb().equals("COMMIT") || deed.verb().equals("END"));
    }

    /** Something that talks to the server. */
    @FunctionalInterface
    private interface Talk<T> {
        T with() throws SQLException, FaultException;
    }

    private <T> T guarded(Talk<T> talk) throws FaultException {
        long start = System.nanoTime();
        console.cancelling().begin(session);
        try {
            return talk.with();
        } catch (SQLException e) {
            console.cancelling().end();
            throw failed(e, Duration.ofNanos(System.nanoTime() - start));
        } finally {
            console.cancelling().end();
        }
    }

    private StatementFault failed(SQLException e, Duration took) {
        if (session.isClosed() || ConsoleFaults.isLoss(e)) {
            Loss loss = new Loss(session.connected().host(), before, deed, changes, committing, opened);
            console.drop();
            ended = true;
            return ConsoleFaults.lost(e, loss.words());
        }
        giveUp();
        follow();
        if (ConsoleFaults.isCancel(e)) {
            return console.cancelling().wasWished()
                    ? ConsoleFaults.cancelled(e, Spans.words(took))
                    : ConsoleFaults.timeout(e, Spans.words(took));
        }
        return ConsoleFaults.refused(e, bound, request);
    }
}
