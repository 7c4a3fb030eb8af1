package dev.watchkeeper.history.sqlite;

import dev.watchkeeper.history.keeping.Samples;
import dev.watchkeeper.kernel.fault.FaultException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/** A console that writes until it is killed, and says after each batch how many are written. */
final class WritesForever {
    private WritesForever() {}

    public static void main(String[] arguments) throws FaultException {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        SqliteHistory history = SqliteHistory.open(Path.of(arguments[0]), Clock.systemUTC(), warning -> {});
        for (int second = 0; ; second++) {
            history.write(Samples.second("shop", noon.plusSeconds(second), 3, 2));
            System.out.println(second + 1);
        }
    }
}
