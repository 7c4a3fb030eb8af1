package dev.watchkeeper.workspace.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.action.AuditEntry;
import dev.watchkeeper.kernel.fault.FaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesAuditTest {
    private static final String STATEMENT = "select pg_terminate_backend($1) -- \"пид\"\nfrom t\r\n\t;\u2028 🐘";

    @TempDir
    private Path folder;

    @Test
    void keepsOneObjectALineForItsOwnerAlone() throws FaultException, IOException {
        Path file = folder.resolve("new/audit.jsonl");
        JsonLinesAudit audit = new JsonLinesAudit(file);
        audit.append(entry(1, STATEMENT));
        audit.append(entry(2, STATEMENT));

        assertThat(audit.newest(10)).containsExactly(entry(2, STATEMENT), entry(1, STATEMENT));
        assertThat(Files.readAllLines(file)).hasSize(2).allMatch(line -> line.startsWith("{\"at\":\"2026-"));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void readsFromTheEndAcrossBlocks() throws FaultException, IOException {
        Path file = folder.resolve("audit.jsonl");
        JsonLinesAudit audit = new JsonLinesAudit(file);
        List<AuditEntry> written = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            AuditEntry entry = entry(i, "x".repeat(i * 997 % 9000) + "é".repeat(i * 7919 % 20_000));
            audit.append(entry);
            written.addFirst(entry);
        }
        AuditEntry huge = entry(99, "ü".repeat(100_000));
        audit.append(huge);
        written.addFirst(huge);

        assertThat(Files.size(file)).isGreaterThan(500_000);
        assertThat(audit.newest(1000)).isEqualTo(written);
        assertThat(audit.newest(3)).isEqualTo(written.subList(0, 3));
        assertThat(audit.newest(0)).isEmpty();
        assertThat(new JsonLinesAudit(folder.resolve("none")).newest(5)).isEmpty();
    }

    @Test
    void survivesAConsoleThatWasKilledInMidLine() throws FaultException, IOException {
        Path file = folder.resolve("audit.jsonl");
        JsonLinesAudit audit = new JsonLinesAudit(file);
        audit.append(entry(1, STATEMENT));
        byte[] whole = Files.readAllBytes(file);
        for (int cut : new int[] {1, whole.length / 2, whole.length - 2}) {
            Files.write(file, Arrays.copyOf(whole, cut), StandardOpenOption.APPEND);
            assertThat(audit.newest(1)).containsExactly(entry(1, STATEMENT));
        }
        Files.writeString(file, "\n\n42\nnull\n{}\n{\"at\":\"yesterday\"}\n{\"at", StandardOpenOption.APPEND);
        audit.append(entry(2, "next"));

        assertThat(audit.newest(9)).containsExactly(entry(2, "next"), entry(1, STATEMENT));
    }

    @Test
    void severalConsolesDoNotMixTheirLines() throws Exception {
        Path file = folder.resolve("audit.jsonl");
        List<Callable<Void>> consoles = IntStream.range(0, 4)
                .<Callable<Void>>mapToObj(console -> () -> {
                    JsonLinesAudit audit = new JsonLinesAudit(file);
                    for (int i = 0; i < 25; i++) {
                        audit.append(entry(console * 100 + i, "s".repeat(5000)));
                    }
                    return null;
                })
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : threads.invokeAll(consoles, 60, TimeUnit.SECONDS)) {
                done.get();
            }
        }

        List<AuditEntry> all = new JsonLinesAudit(file).newest(1000);
        assertThat(all).hasSize(100).doesNotHaveDuplicates();
        assertThat(Files.readString(file, StandardCharsets.UTF_8).lines()).hasSize(100);
    }

    private static AuditEntry entry(int number, String statement) {
        return new AuditEntry(
                Instant.parse("2026-07-28T03:04:05.678901Z").plusSeconds(number),
                "ann",
                "dba",
                "bil\"ling",
                "production",
                "pg-1:5432",
                "terminate",
                "end session " + number,
                statement,
                "done",
                "gone after 0.2 s",
                number);
    }
}
