package dev.watchkeeper.lab.workload;

import dev.watchkeeper.lab.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does one job on a connection of its own, and comes back when somebody ended its session or the server. */
final class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class.getName());
    private static final Duration AFTER_LOSS = Duration.ofSeconds(2);
    /** Rows with higher numbers belong to the stories. */
    private static final int HIGHEST_ID = 500;

    private final PostgresServer server;
    private final Job job;
    private final CountDownLatch end;

    /** @param end the worker stops when this reaches zero */
    Worker(PostgresServer server, Job job, CountDownLatch end) {
        this.server = server;
        this.job = job;
        this.end = end;
    }

    void run() {
        boolean again = true;
        while (again) {
            try (Connection connection = server.connect(job.user(), job.application())) {
                connection.setAutoCommit(job.statements().size() == 1);
                while (again) {
                    runOnce(connection);
                    again = pause(varied(job.pause()));
                }
            } catch (SQLException e) {
                LOG.log(Level.FINE, job.application() + " lost its session", e);
                again = pause(AFTER_LOSS);
            }
        }
    }

    private void runOnce(Connection connection) throws SQLException {
        for (String sql : job.statements()) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                long marks = sql.chars().filter(c -> c == '?').count();
                for (int i = 1; i <= marks; i++) {
                    statement.setLong(i, ThreadLocalRandom.current().nextLong(1, HIGHEST_ID));
                }
                statement.execute();
            }
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    private static Duration varied(Duration pause) {
        long millis = pause.toMillis();
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis));
    }

    /** False if the work ends. */
    private boolean pause(Duration span) {
        try {
            return !end.await(span.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
