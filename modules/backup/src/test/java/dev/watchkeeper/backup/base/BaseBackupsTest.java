package dev.watchkeeper.backup.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.Finding;
import dev.watchkeeper.backup.RecoveryWindow;
import dev.watchkeeper.backup.WalArchive.Gap;
import dev.watchkeeper.backup.site.BackupSite;
import dev.watchkeeper.backup.site.Reading;
import dev.watchkeeper.kernel.host.BackupSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Base backups of a real server with segments of 1 MB, and what a restore makes of the windows. */
@TestInstance(Lifecycle.PER_CLASS)
class BaseBackupsTest {
    /** Looks like what stands between the beginnings of two files. */
    private static final String PLAIN = "it's; $(one) <==\n==> 数据";

    private static final String TAR = "tar \"two\"";

    private BackupSite site;
    private Path bases;
    private Instant first;
    private Instant third;
    private String secondSegment = "";

    @BeforeAll
    void saveAndGoOn() throws Exception {
        site = BackupSite.start(1);
        bases = site.folder("base");
        site.sql("create table steps (n int)");
        site.tool(
                "pg_basebackup",
                "-h",
                "127.0.0.1",
                "-p",
                port(),
                "-U",
                "postgres",
                "-c",
                "fast",
                "-D",
                bases.resolve(PLAIN).toString());
        first = step(1);
        step(2);
        third = step(3);
        site.tool(
                "pg_basebackup",
                "-h",
                "127.0.0.1",
                "-p",
                port(),
                "-U",
                "postgres",
                "-c",
                "fast",
                "-Ft",
                "-z",
                "-D",
                bases.resolve(TAR).toString());
        site.switchWal();
    }

    @AfterAll
    void close() throws Exception {
        if (site != null) {
            site.close();
        }
    }

    private String port() {
        return Integer.toString(site.port());
    }

    /** Writes a row, and returns a moment at which it is there and nothing after it. */
    private Instant step(int number) throws Exception {
        site.sql("insert into steps values (" + number + ")");
        if (number == 2) {
            secondSegment = site.segment(site.port());
        }
        Instant at = Instant.ofEpochMilli(Long.parseLong(
                site.sql("select pg_sleep(0.01); select (extract(epoch from clock_timestamp()) * 1000)::bigint")
                        .strip()));
        site.switchWal();
        return at;
    }

    private Catalog read() throws Exception {
        return new Reading()
                .of(new BackupSource.BaseBackups(
                        "local", bases + "/", Optional.of(site.path("wal").toString())));
    }

    @Test
    void labelsAndManifestsTellWhatIsThere() throws Exception {
        Catalog catalog = read();
        assertThat(catalog.sources().getFirst().trouble()).isEmpty();
        Backup plain = Reading.backup(catalog, PLAIN);
        Backup tar = Reading.backup(catalog, TAR);
        String label = Files.readString(bases.resolve(PLAIN).resolve("backup_label"));
        assertThat(label).contains("(file " + plain.walStart().orElseThrow() + ")");
        assertThat(plain.systemId()).contains(site.sql("select system_identifier from pg_control_system()"));
        assertThat(plain.kind()).isEqualTo(BackupKind.BASEBACKUP);
        assertThat(plain.startedAt().orElseThrow()).isBefore(plain.stoppedAt().orElseThrow());
        assertThat(plain.stoppedAt().orElseThrow()).isBefore(first);
        assertThat(plain.error()).isEmpty();
        assertThat(plain.sizeBytes().orElseThrow()).isEqualTo(bytes(bases.resolve(PLAIN)));
        assertThat(tar.format()).isEqualTo("tar");
        assertThat(tar.walStart().orElseThrow()).isGreaterThan(plain.walStop().orElseThrow());
        assertThat(tar.repoBytes().orElseThrow()).isLessThan(tar.sizeBytes().orElseThrow());
        assertThat(catalog.archives().getFirst().segmentBytes()).isEqualTo(1 << 20);
        assertThat(catalog.archives().getFirst().gaps()).isEmpty();
    }

    @Test
    void theArchiveIsToldAlsoWhereTheBackupsAreGone() throws Exception {
        Catalog catalog = new Reading()
                .of(new BackupSource.BaseBackups(
                        "local",
                        site.path("gone").toString(),
                        Optional.of(site.path("wal").toString())));
        assertThat(catalog.sources().getFirst().trouble().orElseThrow().message())
                .contains("there is no folder " + site.path("gone"));
        assertThat(catalog.backups()).isEmpty();
        assertThat(catalog.archives()).hasSize(1);
        assertThat(catalog.archives().getFirst().stretches())
                .isEqualTo(read().archives().getFirst().stretches());
    }

    /** Of all files that a manifest lists. */
    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file)
                            && !file.toString().contains("/pg_wal/")
                            && !file.endsWith("backup_manifest"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Test
    void insideOfAWindowARestoreWorksAndOutsideItDoesNot() throws Exception {
        RecoveryWindow whole = read().windows().getFirst();
        assertThat(whole.from()).isBefore(first);
        assertThat(whole.to()).isAfter(third);
        Path hidden = site.path("hidden");
        Path segment = site.path("wal").resolve(secondSegment);
        int port = site.freePort();
        site.run("mv", segment.toString(), hidden.toString());
        try {
            endsAtTheGap(read());
            assertThat(restore("late", third, site.freePort())).isFalse();
            assertThat(site.log(site.path("late")))
                    .contains("recovery ended before configured recovery target was reached");
            assertThat(restore("good", first, port))
                    .as(() -> quietly(site.path("good")))
                    .isTrue();
            assertThat(site.sql(port, "select max(n) from steps")).isEqualTo("1");
        } finally {
            site.run("mv", hidden.toString(), segment.toString());
        }
        leadsOnIntoTheNextTimeline(port, whole);
    }

    private void endsAtTheGap(Catalog catalog) {
        Gap gap = catalog.archives().getFirst().gaps().getFirst();
        assertThat(gap.first()).isEqualTo(secondSegment);
        assertThat(gap.segments()).isEqualTo(1);
        RecoveryWindow before = catalog.windows().getFirst();
        assertThat(before.from()).isBefore(first);
        assertThat(before.to()).isAfter(first).isBefore(third);
        assertThat(catalog.policy())
                .filteredOn(finding -> finding.rule().startsWith("WAL"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.status()).isEqualTo(Finding.Status.BROKEN);
                    assertThat(finding.detail()).startsWith("gap on ").contains("1 segment is missing");
                });
    }

    /** The restored server was promoted, and archives into the same folder. */
    private void leadsOnIntoTheNextTimeline(int port, RecoveryWindow whole) throws Exception {
        site.switchWal(port);
        site.stopServer(site.path("good"));
        Catalog forked = read();
        assertThat(forked.windows())
                .filteredOn(window -> window.timeline() == 2)
                .singleElement()
                .satisfies(window -> {
                    assertThat(window.from()).isEqualTo(whole.from());
                    assertThat(window.to()).isAfter(whole.to());
                });
        assertThat(forked.windows()).anyMatch(window -> window.timeline() == 1);
    }

    private String quietly(Path data) {
        try {
            return site.log(data);
        } catch (IOException gone) {
            return "";
        }
    }

    private boolean restore(String name, Instant target, int port) throws Exception {
        Path data = site.path(name);
        site.run("cp", "-a", bases.resolve(PLAIN).toString(), data.toString());
        site.run("touch", data.resolve("recovery.signal").toString());
        site.settings(data, port);
        Files.writeString(
                data.resolve("postgresql.conf"),
                "restore_command='cp \"" + site.path("wal") + "/%f\" \"%p\"'\nrecovery_target_time='"
                        + target.toString().replace("Z", "+00") + "'\nrecovery_target_action=promote\n",
                StandardOpenOption.APPEND);
        return site.startServer(data, port);
    }

    @Test
    void anIncrementalOneBuildsOnTheOneThatBeganWhereItSays(@TempDir Path folder) throws Exception {
        written(folder.resolve("full"), "0/2000028", "000000010000000000000002", "");
        written(folder.resolve("incr"), "0/5000028", "000000010000000000000005", "INCREMENTAL FROM LSN: 0/2000028\n");
        written(folder.resolve("orphan"), "0/7000028", "000000010000000000000007", "INCREMENTAL FROM LSN: 0/3000028\n");
        Catalog catalog = new Reading().of(new BackupSource.BaseBackups("local", folder.toString(), Optional.empty()));
        assertThat(Reading.backup(catalog, "full").kind()).isEqualTo(BackupKind.BASEBACKUP);
        assertThat(Reading.backup(catalog, "incr").kind()).isEqualTo(BackupKind.INCR);
        assertThat(Reading.backup(catalog, "incr").prior()).contains("full");
        assertThat(Reading.backup(catalog, "incr").systemId()).contains("7123");
        assertThat(Reading.backup(catalog, "orphan").prior())
                .hasValueSatisfying(prior -> assertThat(prior).isEqualTo("?"));
    }

    /** As 17 writes them. */
    private static void written(Path folder, String lsn, String segment, String incremental) throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("PG_VERSION"), "17\n");
        Files.writeString(
                folder.resolve("backup_label"),
                "START WAL LOCATION: " + lsn + " (file " + segment + ")\nCHECKPOINT LOCATION: " + lsn
                        + "\nBACKUP METHOD: streamed\nBACKUP FROM: primary\nSTART TIME: 2026-11-20 08:46:33 UTC\n"
                        + "LABEL: pg_basebackup base backup\nSTART TIMELINE: 1\n" + incremental);
        Files.writeString(
                folder.resolve("backup_manifest"),
                "{ \"PostgreSQL-Backup-Manifest-Version\": 2,\n\"System-Identifier\": 7123,\n\"Files\": [\n],\n"
                        + "\"WAL-Ranges\": [\n{ \"Timeline\": 1, \"Start-LSN\": \"" + lsn + "\", \"End-LSN\": \""
                        + lsn.replace("28", "F8") + "\" }\n],\n\"Manifest-Checksum\": \"00ff\"}\n");
    }
}
