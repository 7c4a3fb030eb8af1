package dev.watchkeeper.history.sqlite;

import dev.watchkeeper.history.Retention;
import dev.watchkeeper.history.keeping.Samples;
import dev.watchkeeper.history.queue.HistoryQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A console on a small disk: writes until it is full, says what it was told, makes room, and says whether all was written
 * then, and how many rows.
 */
final class FillsUp {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final HistoryQueue.Rhythm QUICK =
            new HistoryQueue.Rhythm(Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofDays(1));
    private static final int BALLAST = 1 << 20;

    private FillsUp() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path ballast = Files.write(folder.resolve("ballast"), new byte[BALLAST]);
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (SqliteHistory history = SqliteHistory.open(folder.resolve("history.db"), Clock.systemUTC(), told::add);
                HistoryQueue queue = new HistoryQueue(
                                history,
                                Retention.DEFAULT,
                                QUICK,
                                Clock.systemUTC(),
                                fault -> told.add(fault.sentence()))
                        .start()) {
            int seconds = 0;
            while (told.isEmpty()) {
                queue.add(Samples.second("shop", NOON.plusSeconds(seconds++), 3, 2));
                queue.flush(Duration.ofMillis(100));
            }
            System.out.println(told.take());
            Files.delete(ballast);
            System.out.println("written: " + queue.flush(Duration.ofSeconds(60)));
            System.out.println("lost: "
                    + (2L * seconds - history.info().targets().getFirst().rows()));
            System.out.println("told again: " + told);
        }
    }
}
