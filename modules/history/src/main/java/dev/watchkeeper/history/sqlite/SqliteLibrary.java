package dev.watchkeeper.history.sqlite;

import dev.watchkeeper.history.frame.Grain;
import dev.watchkeeper.history.jdbc.NameCaches;
import dev.watchkeeper.history.jdbc.Session;
import dev.watchkeeper.history.store.Library;
import dev.watchkeeper.kernel.fault.FaultException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One writer and a few readers on a file in WAL mode: readers are not held up, and a console that is killed loses at
 * most its last transaction. A file that turns out to be damaged is set aside, and a new one begun. Thread-safe.
 */
final class SqliteLibrary implements Library {
    private static final int IDLE_READERS = 3;
    private static final String WRITE = "begin_write";
    private static final String READ = "begin_read";

    private final Optional<Path> file;
    private final Welcome welcome;
    private final SqliteConnector connector;
    private final Clock clock;
    private final Consumer<String> warnings;
    private final NameCaches caches = new NameCaches();
    private final ReentrantLock writing = new ReentrantLock();
    private final Deque<Session> readers = new ConcurrentLinkedDeque<>();
    private @Nullable Session writer;
    private volatile boolean closed;
    /** Goes up when a file takes the place of another one. */
    private final AtomicInteger generation = new AtomicInteger();

    private SqliteLibrary(Optional<Path> file, Welcome welcome, Clock clock, Consumer<String> warnings) {
        this.file = file;
        this.welcome = welcome;
        this.connector = new SqliteConnector(file);
        this.clock = clock;
        this.warnings = warnings;
    }

    static SqliteLibrary open(Optional<Path> file, Welcome welcome, Clock clock, Consumer<String> warnings)
            throws FaultException {
        if (file.isPresent()) {
            SqliteFiles.prepare(file.get(), welcome);
        }
        SqliteLibrary library = new SqliteLibrary(file, welcome, clock, warnings);
        // the first transaction opens the file, and finds out whether it is whole
        library.write(ledger -> ledger.targets());
        return library;
    }

    @Override
    public <T> T write(Work<T> work) throws FaultException {
        writing.lock();
        try {
            try {
                return transaction(writer(), WRITE, work);
            } catch (SQLException e) {
                requireReplaceable(e);
            }
            replace();
            return transaction(writer(), WRITE, work);
        } catch (SQLException e) {
            throw SqliteFaults.of(place(), e);
        } finally {
            writing.unlock();
        }
    }

    /** Who writes a file is always alone. */
    @Override
    public <T> T alone(Work<T> work) throws FaultException {
        return write(work);
    }

    @Override
    public <T> T read(Work<T> work) throws FaultException {
        if (file.isEmpty()) {
            // memory is seen by one connection only
            return write(work);
        }
        if (closed) {
            throw Library.closed(place());
        }
        int seen = generation.get();
        try {
            return borrowed(work);
        } catch (SQLException e) {
            requireReplaceable(e);
        }
        writing.lock();
        try {
            if (seen == generation.get()) {
                replace();
            }
            return transaction(writer(), WRITE, work);
        } catch (SQLException e) {
            throw SqliteFaults.of(place(), e);
        } finally {
            writing.unlock();
        }
    }

    private <T> T borrowed(Work<T> work) throws SQLException {
        int seen = generation.get();
        Session session = readers.poll();
        if (session == null) {
            session = connector.open();
        }
        boolean done = false;
        try {
            T result = transaction(session, READ, work);
            done = true;
            return result;
        } finally {
            if (done && !closed && seen == generation.get() && readers.size() < IDLE_READERS) {
                readers.push(session);
            } else {
                session.connection().close();
            }
        }
    }

    private <T> T transaction(Session session, String begin, Work<T> work) throws SQLException {
        SqliteLedger ledger = new SqliteLedger(session, caches, clock);
        T result = SqliteConnector.transaction(session, begin, () -> work.on(ledger));
        ledger.committed();
        return result;
    }

    private Session writer() throws SQLException, FaultException {
        if (closed) {
            throw Library.closed(place());
        }
        Session session = writer;
        if (session == null) {
            session = connector.open();
            try {
                SqliteSchema.prepare(session, place(), welcome);
            } catch (SQLException | FaultException e) {
                session.connection().close();
                throw e;
            }
            writer = session;
        }
        return session;
    }

    /** Another file takes the place of a damaged one, if it is the console's own. */
    private void requireReplaceable(SQLException cause) throws FaultException {
        if (!SqliteFaults.isDamage(cause)) {
            throw SqliteFaults.of(place(), cause);
        }
        if (welcome != Welcome.OWN) {
            throw SqliteFaults.damaged(place(), cause);
        }
    }

    /** Sets a damaged file aside, unless somebody has done so already. */
    private void replace() throws SQLException, FaultException {
        disconnect();
        generation.incrementAndGet();
        caches.clear();
        if (file.isPresent()) {
            Path aside = SqliteFiles.setAside(file.get(), clock.instant());
            SqliteFiles.prepare(file.get(), welcome);
            warnings.accept("The history " + file.get() + " was damaged: it is now " + aside
                    + ", and a new one was begun. What can be saved of it: sqlite3 " + aside.getFileName()
                    + " .recover");
        }
    }

    @Override
    public String place() {
        return file.map(Path::toString).orElse("in memory");
    }

    @Override
    public long bytes() throws FaultException {
        return plain(
                session -> session.first("used_bytes", row -> row.getLong(1)).orElse(0L));
    }

    @Override
    public void shrink() throws FaultException {
        caches.clear();
        plain(session -> {
            SqliteConnector.toTheEnd(session, "give_back");
            return session;
        });
        plain(session -> session.first("checkpoint", row -> row.getInt(1)));
    }

    /** On the writing connection, outside of a transaction. */
    <T> T plain(Plain<T> work) throws FaultException {
        writing.lock();
        try {
            return work.on(writer());
        } catch (SQLException e) {
            throw SqliteFaults.of(place(), e);
        } finally {
            writing.unlock();
        }
    }

    interface Plain<T> {
        T on(Session session) throws SQLException;
    }

    @Override
    public LongUnaryOperator stretch(Grain grain) {
        long length = grain == Grain.FINE
                ? Duration.ofHours(1).toMillis()
                : Duration.ofDays(1).toMillis();
        return moment -> (Math.floorDiv(moment, length) + 1) * length;
    }

    @Override
    public boolean wholeStretches() {
        return false;
    }

    @Override
    public void close() {
        writing.lock();
        try {
            closed = true;
            disconnect();
        } catch (SQLException e) {
            warnings.accept(SqliteFaults.of(place(), e).fault().sentence());
        } finally {
            writing.unlock();
        }
    }

    private void disconnect() throws SQLException {
        for (Session session = readers.poll(); session != null; session = readers.poll()) {
            session.connection().close();
        }
        Session session = writer;
        writer = null;
        if (session != null) {
            session.connection().close();
        }
    }
}
