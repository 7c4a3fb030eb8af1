package dev.watchkeeper.postgres.locks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sessions that lock this and that at random, and then stand still: each waits, or is done and holds on. */
final class RandomForest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TABLES = 4;
    private static final List<LockMode> MODES = List.of(LockMode.values());

    private final String url;
    private final List<Connection> connections = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();

    /**
     * @param settled so long every waiter has to have waited: longer than a deadlock check takes to come
     */
    RandomForest(String url, long seed, int sessions, Duration settled) throws SQLException, InterruptedException {
        this.url = url;
        prepare();
        CountDownLatch ready = new CountDownLatch(sessions);
        for (int i = 0; i < sessions; i++) {
            Random random = new Random(seed * 1000 + i);
            Connection connection = DriverManager.getConnection(url);
            connections.add(connection);
            threads.add(Thread.ofVirtual().start(() -> {
                ready.countDown();
                lockAtRandom(connection, random);
                done.incrementAndGet();
            }));
        }
        if (!ready.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the sessions did not begin");
        }
        awaitStandstill(sessions, settled);
    }

    private void prepare() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < TABLES; i++) {
                statement.execute("create table if not exists forest_%d (id int primary key, v int)".formatted(i));
                statement.execute(
                        "insert into forest_%d select g, 0 from generate_series(1, 3) g on conflict do nothing"
                                .formatted(i));
            }
        }
    }

    private static void lockAtRandom(Connection connection, Random random) {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            int steps = 2 + random.nextInt(4);
            for (int i = 0; i < steps; i++) {
                statement.execute(step(random));
            }
        } catch (SQLException e) {
            // chosen as a deadlock's victim, or ended with the test: it holds nothing any more, which is a state as
            // well
            return;
        }
    }

    private static String step(Random random) {
        int table = random.nextInt(TABLES);
        return switch (random.nextInt(6)) {
            case 0, 1 -> {
                LockMode mode = MODES.get(random.nextInt(MODES.size()));
                String words = mode.shortLabel().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
                yield "lock table forest_%d in %s mode".formatted(table, words);
            }
            case 2 -> "update forest_%d set v = v + 1 where id = %d".formatted(table, 1 + random.nextInt(3));
            case 3 -> "select * from forest_%d where id = %d for share".formatted(table, 1 + random.nextInt(3));
            case 4 -> "select pg_advisory_xact_lock(%d)".formatted(random.nextInt(4));
            default -> "select pg_advisory_xact_lock_shared(%d)".formatted(random.nextInt(4));
        };
    }

    /** Everybody waits or is done, and the waiters have for a while. */
    private void awaitStandstill(int sessions, Duration settledFor) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            while (System.nanoTime() < deadline) {
                int settled;
                try (ResultSet result = statement.executeQuery("""
                        select count(*) from pg_locks
                         where not granted
                           and waitstart < clock_timestamp() - interval '%d ms'""".formatted(settledFor.toMillis()))) {
                    result.next();
                    settled = result.getInt(1);
                }
                if (settled + done.get() == sessions) {
                    return;
                }
                // the server is asked again, which takes its time
            }
        }
        throw new IllegalStateException("the forest does not come to a standstill");
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid() and state <> 'idle'"
                    + " and (query like '%forest_%' or query like '%pg_advisory_xact_lock%')");
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
