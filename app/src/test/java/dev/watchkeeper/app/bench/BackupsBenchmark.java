package dev.watchkeeper.app.bench;

import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.catalog.SourcesReader;
import dev.watchkeeper.backup.policy.Policy;
import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.BackupSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of 5,000 dumps: how long until all are listed and judged, and how often the host is asked. */
class BackupsBenchmark {
    private static final int DUMPS = 5_000;
    private static final int BYTES = 20_000;
    private static final int ROUNDS = 5;

    @TempDir
    private Path folder;

    @Test
    void fiveThousandDumps() throws Exception {
        for (int i = 0; i < DUMPS; i++) {
            Files.write(folder.resolve("shop_%05d; it's.dump".formatted(i)), dump(i));
        }
        AtomicInteger trips = new AtomicInteger();
        SourcesReader reader = new SourcesReader(
                List.of(new BackupSource.Dumps("local", folder.toString())),
                name -> new Counted(new LocalHost(), trips),
                Policy.runbooks(),
                Clock.systemUTC(),
                ZoneOffset.UTC);
        double[] seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            Catalog catalog = reader.read();
            seconds[round] = (System.nanoTime() - start) / 1e9;
            if (catalog.backups().size() != DUMPS
                    || catalog.backups().stream()
                            .anyMatch(backup -> backup.error().isPresent()
                                    || !backup.database().orElse("").equals("shop"))) {
                throw new AssertionError("not all dumps were read: " + catalog.sources());
            }
        }
        Findings.report("5,000 dumps of a folder listed, the first time", seconds[0], 2, "s");
        Arrays.sort(seconds);
        Findings.report("5,000 dumps of a folder listed, median", seconds[ROUNDS / 2], 2, "s");
        Findings.report("5,000 dumps of a folder listed, round trips", trips.get() / (double) ROUNDS, 1, "");
    }

    /** As pg_dump 15 begins and ends one; what is between is as dense as compressed data. */
    private static byte[] dump(int seed) {
        byte[] whole = new byte[BYTES];
        new Random(seed).nextBytes(whole);
        ByteBuffer bytes = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("PGDMP".getBytes(StandardCharsets.US_ASCII)).put(new byte[] {1, 14, 0, 4, 8, 1});
        int[] numbers = {-1, 30, 15, 2, 20, 10, 126, 0};
        for (int number : numbers) {
            bytes.put((byte) (number < 0 ? 1 : 0)).putInt(Math.abs(number));
        }
        for (String text : new String[] {"shop", "15.20 (Debian 15.20-0+deb12u1)", "15.20 (Debian 15.20-0+deb12u1)"}) {
            bytes.put((byte) 0).putInt(text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
        }
        Arrays.fill(whole, BYTES - 5, BYTES, (byte) 0);
        return whole;
    }

    private record Counted(Host host, AtomicInteger trips) implements Host {
        @Override
        public String name() {
            return host.name();
        }

        @Override
        public Ran run(Script script) throws FaultException {
            trips.incrementAndGet();
            return host.run(script);
        }

        @Override
        public Ran stream(Script script, Consumer<byte[]> output) throws FaultException {
            trips.incrementAndGet();
            return host.stream(script, output);
        }

        @Override
        public void close() {
            host.close();
        }
    }
}
