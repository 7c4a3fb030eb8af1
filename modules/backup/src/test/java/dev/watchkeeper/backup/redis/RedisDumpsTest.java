package dev.watchkeeper.backup.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.site.Reading;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.redis.RedisServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** RDB files that a real Redis wrote. */
@ExtendWith(LabExtension.class)
class RedisDumpsTest {
    @TempDir
    private Path folder;

    @Test
    void filesAreKnownByHowTheyBeginAndEnd(SharedLabs labs) throws Exception {
        RedisServer redis = labs.lab(LabPlan.primaryOnly(LabPlan.NEWEST).withRedis())
                .redis()
                .getFirst();
        redis.ask("SET saved yes");
        assertThat(redis.ask("SAVE")).contains("OK");
        byte[] rdb = Files.readAllBytes(Path.of(told(redis, "config_file")).resolveSibling("dump.rdb"));
        Files.write(folder.resolve("dump; 2026.rdb"), rdb);
        Files.write(folder.resolve("without an ending"), rdb);
        Files.write(folder.resolve("short.rdb"), Arrays.copyOf(rdb, rdb.length - 12));
        Files.writeString(folder.resolve("other.rdb"), "hello");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("packed.rdb.gz")))) {
            packed.write(rdb);
        }
        Path aof = Files.createDirectory(folder.resolve("appendonlydir"));
        Files.write(aof.resolve("a.1.base.rdb"), rdb);
        Files.writeString(aof.resolve("a.1.incr.aof"), "*1\r\n$4\r\nPING\r\n");
        Files.writeString(
                aof.resolve("a.manifest"),
                "file a.1.base.rdb seq 1 type b\nfile a.1.incr.aof seq 1 type i\nfile a.2.incr.aof seq 2 type i\n");

        Reading reading = new Reading();
        Catalog catalog = reading.of(new BackupSource.RedisDumps("local", folder.toString()));
        assertThat(reading.trips()).isEqualTo(1);
        assertThat(catalog.backups())
                .extracting(Backup::id)
                .containsExactlyInAnyOrder(
                        "dump; 2026.rdb",
                        "without an ending",
                        "short.rdb",
                        "other.rdb",
                        "packed.rdb.gz",
                        "appendonlydir");
        String version = told(redis, "redis_version");
        for (String good : new String[] {"dump; 2026.rdb", "without an ending", "packed.rdb.gz"}) {
            Backup backup = Reading.backup(catalog, good);
            assertThat(backup.error()).isEmpty();
            assertThat(backup.kind()).isEqualTo(BackupKind.RDB);
            assertThat(backup.serverVersion()).contains(version);
            assertThat(backup.sizeBytes().orElseThrow()).isGreaterThan(100_000);
            assertThat(backup.startedAt().orElseThrow())
                    .isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());
        }
        assertThat(Reading.backup(catalog, "short.rdb").error().orElseThrow()).startsWith("it breaks off");
        assertThat(Reading.backup(catalog, "other.rdb").error().orElseThrow()).contains("does not begin");
        assertThat(Reading.backup(catalog, "appendonlydir").error().orElseThrow())
                .contains("a.2.incr.aof");
    }

    private static String told(RedisServer redis, String key) throws IOException {
        return redis.ask("INFO server")
                .lines()
                .filter(line -> line.startsWith(key + ":"))
                .findFirst()
                .orElseThrow()
                .substring(key.length() + 1)
                .strip();
    }
}
