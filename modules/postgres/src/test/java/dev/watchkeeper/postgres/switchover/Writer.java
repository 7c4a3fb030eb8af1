package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.lab.debian.PatroniLab;
import dev.watchkeeper.lab.debian.PatroniNode;
import dev.watchkeeper.lab.process.Patience;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Inserts one row after the other wherever writes are taken, and remembers which were acknowledged. */
final class Writer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int FIRST = 1_000;

    private final Supplier<List<Integer>> ports;
    private final String database;
    private final Set<Integer> acknowledged = new ConcurrentSkipListSet<>();
    private final Thread thread;
    private volatile boolean closed;

    private Writer(Supplier<List<Integer>> ports, String database) {
        this.ports = ports;
        this.database = database;
        this.thread = Thread.ofVirtual().unstarted(this::write);
    }

    static Writer on(PatroniLab lab) throws SQLException {
        lab.leader().orElseThrow().execute("create table if not exists written (n int primary key); truncate written");
        return at(() -> lab.nodes().stream().map(PatroniNode::port).toList(), "postgres");
    }

    /** @param ports of servers, or of a proxy before them; the table {@code written} is there */
    static Writer at(Supplier<List<Integer>> ports, String database) {
        Writer writer = new Writer(ports, database);
        writer.thread.start();
        return writer;
    }

    int acknowledged() {
        return acknowledged.size();
    }

    void awaitRows(int count) throws IOException, SQLException {
        Patience.until(LIMIT, count + " rows are written", () -> acknowledged.size() >= count);
    }

    /** Acknowledged rows that this server does not have. */
    Set<Integer> lost(PatroniNode on) throws SQLException {
        try (Connection connection = on.connect()) {
            return lost(connection);
        }
    }

    Set<Integer> lost(Connection connection) throws SQLException {
        Set<Integer> lost = new TreeSet<>(acknowledged);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select n from written")) {
            while (rows.next()) {
                lost.remove(rows.getInt(1));
            }
        }
        return lost;
    }

    private void write() {
        int n = FIRST;
        while (!closed) {
            for (int port : ports.get()) {
                n = writeAt(port, n);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private int writeAt(int port, int from) {
        int n = from;
        try (Connection connection = PatroniNode.connect(port, "writer", database);
                PreparedStatement insert = connection.prepareStatement("insert into written values (?)")) {
            while (!closed) {
                n++;
                insert.setInt(1, n);
                insert.executeUpdate();
                acknowledged.add(n);
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            }
        } catch (SQLException notHere) {
            return n;
        }
        return n;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
