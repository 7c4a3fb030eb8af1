package dev.watchkeeper.history.postgres;

import dev.watchkeeper.history.frame.Grain;
import dev.watchkeeper.history.jdbc.NameCaches;
import dev.watchkeeper.history.jdbc.Session;
import dev.watchkeeper.history.jdbc.SqlBook;
import dev.watchkeeper.history.store.Library;
import dev.watchkeeper.kernel.fault.FaultException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.LongUnaryOperator;

/** Transactions on a few connections, which are opened when they are needed and anew when they broke. Thread-safe. */
final class PostgresLibrary implements Library {
    private static final SqlBook BOOK =
            SqlBook.of(PostgresLibrary.class, "frames.14.sql", "/dev/watchkeeper/history/jdbc/common.sql");
    private static final int IDLE = 3;
    /** Longer than a statement may take, so that only a dead network is met. */
    private static final Duration SILENCE = Duration.ofSeconds(90);

    private final Entrance entrance;
    private final Clock clock;
    private final NameCaches caches = new NameCaches();
    private final KnownPartitions partitions = new KnownPartitions();
    private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    private PostgresLibrary(Entrance entrance, Clock clock) {
        this.entrance = entrance;
        this.clock = clock;
    }

    static PostgresLibrary open(Entrance entrance, Clock clock) throws FaultException {
        PostgresLibrary library = new PostgresLibrary(entrance, clock);
        try {
            Session session = library.connect();
            try {
                library.begin(session, false);
                PostgresSchema.prepare(session, entrance.place());
                session.connection().commit();
            } catch (SQLException | FaultException e) {
                session.connection().close();
                throw e;
            }
            library.idle.push(session);
        } catch (SQLException e) {
            throw PostgresFaults.of(entrance.place(), e);
        }
        return library;
    }

    @Override
    public <T> T read(Work<T> work) throws FaultException {
        return twice(session -> transaction(session, true, ledger -> work.on(ledger)));
    }

    @Override
    public <T> T write(Work<T> work) throws FaultException {
        return twice(session -> transaction(session, false, ledger -> {
            session.all("share", row -> row);
            return work.on(ledger);
        }));
    }

    @Override
    public <T> T alone(Work<T> work) throws FaultException {
        return twice(session -> transaction(session, false, ledger -> {
            session.all("alone", row -> row);
            return work.on(ledger);
        }));
    }

    private interface OnSession<T> {
        T on(Session session) throws SQLException;
    }

    /** A connection that was kept may have died, and a partition that was there may have been dropped. */
    private <T> T twice(OnSession<T> work) throws FaultException {
        Session kept = closed ? null : idle.poll();
        try {
            try {
                return kept == null ? once(connect(), work) : once(kept, work);
            } catch (SQLException e) {
                boolean mayHelp = PostgresFaults.lacksPartition(e) || (kept != null && PostgresFaults.isGone(e));
                if (!mayHelp) {
                    throw e;
                }
                partitions.clear();
                return once(connect(), work);
            }
        } catch (SQLException e) {
            throw PostgresFaults.of(place(), e);
        }
    }

    private <T> T once(Session session, OnSession<T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.on(session);
            done = true;
            return result;
        } finally {
            if (done && !closed && idle.size() < IDLE) {
                idle.push(session);
            } else {
                session.connection().close();
            }
        }
    }

    private <T> T transaction(Session session, boolean reads, Work<T> work) throws SQLException {
        // who fails loses the connection, and with it the transaction
        begin(session, reads);
        PostgresLedger ledger = new PostgresLedger(session, caches, partitions, clock);
        T result = work.on(ledger);
        session.connection().commit();
        ledger.committed();
        return result;
    }

    private void begin(Session session, boolean reads) throws SQLException {
        Connection connection = session.connection();
        connection.setReadOnly(reads);
        connection.setTransactionIsolation(
                reads ? Connection.TRANSACTION_REPEATABLE_READ : Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(BOOK.text("begin"));
        }
    }

    private Session connect() throws FaultException, SQLException {
        if (closed) {
            throw Library.closed(place());
        }
        Connection connection = entrance.open();
        connection.setNetworkTimeout(Runnable::run, (int) SILENCE.toMillis());
        return new Session(connection, BOOK, new Timestamps());
    }

    @Override
    public String place() {
        return entrance.place();
    }

    @Override
    public long bytes() throws FaultException {
        return twice(session -> transaction(
                session,
                true,
                ledger -> session.first("bytes", row -> row.getLong(1)).orElse(0L)));
    }

    /** Dropped partitions are given back at once; instead of that those that come next are made. */
    @Override
    public void shrink() throws FaultException {
        caches.clear();
        twice(session -> {
            begin(session, false);
            PostgresLedger ledger = new PostgresLedger(session, caches, partitions, clock);
            ledger.lookAhead(ledger.now());
            session.connection().commit();
            ledger.committed();
            return session;
        });
    }

    @Override
    public LongUnaryOperator stretch(Grain grain) {
        return moment -> Partitions.end(grain, moment);
    }

    @Override
    public boolean wholeStretches() {
        return true;
    }

    @Override
    public void close() {
        closed = true;
        for (Session session = idle.poll(); session != null; session = idle.poll()) {
            try {
                session.connection().close();
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.DEBUG, "closing the history: {0}", e.getMessage());
            }
        }
    }

    private static final System.Logger LOG = System.getLogger(PostgresLibrary.class.getName());
}
