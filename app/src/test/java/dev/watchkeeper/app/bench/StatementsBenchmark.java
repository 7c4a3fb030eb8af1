package dev.watchkeeper.app.bench;

import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.statements.StatementsProbe;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** 5000 statements of 2 KB: a tick, while some of them run, against reading the view with its texts. */
class StatementsBenchmark {
    private static final int STATEMENTS = 5000;
    private static final int TICKS = 40;
    /** So many of the statements run between two ticks. */
    private static final int BUSY = 200;

    private static final String[] TYPES = {"int2", "int4", "int8", "text", "float8"};

    @Test
    void tickAgainstTheWholeView() throws Exception {
        LabPlan plan = LabPlan.primaryOnly(15).setting("pg_stat_statements.max", "10000");
        try (Lab lab = Lab.start(plan);
                Connection busy = lab.primary().connect();
                Connection peer = lab.primary().connect();
                PostgresServer server =
                        new PostgresServer(SessionsBenchmark.target(lab, "postgres"), Passwords.none())) {
            for (int i = 0; i < STATEMENTS; i++) {
                run(busy, i);
            }
            StatementsProbe probe = new StatementsProbe(server);
            double[] ticks = new double[TICKS];
            double[] whole = new double[TICKS];
            long tickBytes = 0;
            long wholeBytes = 0;
            for (int round = -TICKS; round < TICKS; round++) {
                for (int i = 0; i < BUSY; i++) {
                    run(busy, i);
                }
                long start = System.nanoTime();
                Cost cost = probe.read().cost();
                long between = System.nanoTime();
                long bytes = all(peer);
                if (round >= 0) {
                    ticks[round] = (between - start) / 1e6;
                    whole[round] = (System.nanoTime() - between) / 1e6;
                    tickBytes += cost.bytes();
                    wholeBytes += bytes;
                }
            }
            Findings.say(String.format(
                    "statements: a tick %.1f ms and %d KB, the whole view %.1f ms and %d KB",
                    median(ticks), tickBytes / TICKS / 1024, median(whole), wholeBytes / TICKS / 1024));
            Findings.report(
                    "a tick of 5000 statements of 2 KB / select * with texts, time",
                    median(ticks) / median(whole),
                    0.25,
                    "x");
            Findings.report(
                    "a tick of 5000 statements of 2 KB / select * with texts, bytes",
                    (double) tickBytes / wholeBytes,
                    0.05,
                    "x");
        }
    }

    /** Every one has a text and a shape of its own: the types of its columns are the digits of its number. */
    private static void run(Connection connection, int number) throws SQLException {
        StringBuilder sql =
                new StringBuilder("select /* ").append("x".repeat(2000)).append(" */ 1");
        for (int rest = number, digit = 0; digit < 6; digit++, rest /= TYPES.length) {
            sql.append(", 1::").append(TYPES[rest % TYPES.length]);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.toString());
        }
    }

    private static long all(Connection connection) throws SQLException {
        long bytes = 0;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from pg_stat_statements")) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                for (int column = 1; column <= columns; column++) {
                    String value = result.getString(column);
                    bytes += value == null ? 0 : value.length();
                }
            }
        }
        return bytes;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
