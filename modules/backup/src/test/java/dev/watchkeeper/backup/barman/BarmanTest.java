package dev.watchkeeper.backup.barman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.backup.site.BackupSite;
import dev.watchkeeper.backup.site.Reading;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.lab.debian.DebianTools;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.testing.Debian;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Debian's Barman: what it lists itself is what we list. */
@TestInstance(Lifecycle.PER_CLASS)
class BarmanTest {
    private BackupSite site;
    private String config;

    @BeforeAll
    void save() throws Exception {
        Debian.needs("barman");
        site = BackupSite.start(16);
        Path home = site.folder("barman home");
        site.folder("conf.d");
        config = site.write("barman.conf", """
                        ; all servers
                        [barman]
                        barman_home = %1$s
                        barman_user = postgres
                        log_file = %2$s
                        configuration_files_directory = %3$s
                        compression = gzip
                        retention_policy = RECOVERY WINDOW OF 7 DAYS
                        """.formatted(home, site.path("barman.log"), site.path("conf.d")))
                .toString();
        server(DebianTools.find("pg_basebackup").orElseThrow().resolveSibling(""));
        Path incoming = site.folder("barman home/shop/incoming");
        site.archiveBy(
                "cp \"$1\" '" + incoming + "'/.\"$2\" && mv '" + incoming + "'/.\"$2\" '" + incoming + "'/\"$2\"");
        site.switchWal();
        barman("cron");
        archive();
        barman("backup", "--wait", "shop");
        archive();
        Path broken = site.folder("broken");
        Files.writeString(
                broken.resolve("pg_basebackup"),
                "#!/bin/sh\ncase \"$*\" in *--version*|*-V*|*--help*) exec "
                        + DebianTools.find("pg_basebackup").orElseThrow()
                        + " \"$@\" ;; esac\necho 'no room left' >&2\nexit 1\n");
        site.run("chmod", "755", broken.toString());
        Files.setPosixFilePermissions(broken.resolve("pg_basebackup"), PosixFilePermissions.fromString("rwxr-xr-x"));
        server(broken);
        assertThat(catchThrowable(() -> barman("backup", "shop"))).isNotNull();
        server(DebianTools.find("pg_basebackup").orElseThrow().resolveSibling(""));
        site.switchWal();
        site.switchWal();
        archive();
    }

    private void server(Path tools) throws Exception {
        site.write("conf.d/shop.conf", """
                [shop]
                description = "The shop's"
                conninfo = host=127.0.0.1 port=%1$d user=postgres dbname=postgres
                streaming_conninfo = host=127.0.0.1 port=%1$d user=postgres
                backup_method = postgres
                archiver = on
                backup_directory = %3$s/shop
                wals_directory = %%(backup_directory)s/wals
                path_prefix = %2$s
                """.formatted(site.port(), tools, site.path("barman home")));
    }

    /** Lets it move what is incoming into its archive; another one of its own may be at it. */
    private void archive() throws Exception {
        Patience.until(Duration.ofSeconds(30), "all is archived", () -> {
            barman("archive-wal", "shop");
            try (Stream<Path> files = Files.list(site.path("barman home/shop/incoming"))) {
                return files.allMatch(file -> file.getFileName().toString().startsWith("."));
            }
        });
    }

    @AfterAll
    void close() throws Exception {
        if (site != null) {
            site.close();
        }
    }

    private String barman(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("barman", "-c", config));
        command.addAll(List.of(words));
        return site.run(command.toArray(String[]::new));
    }

    private Catalog read() throws Exception {
        Reading reading = new Reading();
        Catalog catalog = reading.of(new BackupSource.Barman("local", Optional.empty(), Optional.of(config)));
        assertThat(reading.trips()).isEqualTo(1);
        return catalog;
    }

    @Test
    void backupsAreListedAsItListsThem() throws Exception {
        Catalog catalog = read();
        assertThat(catalog.sources().getFirst().trouble()).isEmpty();
        assertThat(catalog.sources().getFirst().tool().orElseThrow()).matches("Barman \\d+\\.\\d+.*");
        JsonNode told = new ObjectMapper()
                .readTree(barman("-f", "json", "list-backup", "shop"))
                .get("shop");
        assertThat(catalog.backups()).hasSameSizeAs(told).hasSize(2);
        for (JsonNode one : told) {
            Backup backup = Reading.backup(catalog, one.get("backup_id").asText());
            boolean done = one.get("status").asText().equals("DONE");
            assertThat(backup.error().isEmpty()).isEqualTo(done);
            if (done) {
                asShown(
                        backup,
                        new ObjectMapper()
                                .readTree(barman("-f", "json", "show-backup", "shop", backup.id()))
                                .get("shop"));
            } else {
                assertThat(backup.error().orElseThrow()).startsWith("failed: ").contains("failure copying files");
            }
        }
        assertThat(catalog.backups())
                .allSatisfy(backup -> assertThat(backup.retention()).isEqualTo("RECOVERY WINDOW OF 7 DAYS"));
        WalArchive archive = catalog.archives().getFirst();
        assertThat(archive.gaps()).isEmpty();
        assertThat(archive.systemId()).contains(site.sql("select system_identifier from pg_control_system()"));
        assertThat(catalog.windows()).hasSize(1);
    }

    private static void asShown(Backup backup, JsonNode shown) {
        JsonNode base = shown.get("base_backup_information");
        assertThat(backup.walStart()).contains(base.get("begin_wal").asText());
        assertThat(backup.walStop()).contains(base.get("end_wal").asText());
        assertThat(backup.timeline()).hasValue(base.get("timeline").asInt());
        assertThat(backup.sizeBytes()).hasValue(base.get("disk_usage_bytes").asLong());
        assertThat(backup.startedAt().map(Instant::getEpochSecond))
                .contains(base.get("begin_time_timestamp").asLong());
        assertThat(backup.stoppedAt().map(Instant::getEpochSecond))
                .contains(base.get("end_time_timestamp").asLong());
        assertThat(shown.get("postgresql_version").asText())
                .isEqualTo(backup.serverVersion().orElseThrow().replace(".", "00"));
    }

    @Test
    void aSegmentThatWasTakenAwayIsAGap() throws Exception {
        Instant end = read().windows().getFirst().to();
        Path hidden;
        try (Stream<Path> files = Files.walk(site.path("barman home/shop/wals"))) {
            List<Path> segments = files.filter(
                            file -> file.getFileName().toString().matches("[0-9A-F]{24}"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
            hidden = segments.get(segments.size() - 2);
        }
        site.run("mv", hidden.toString(), site.path("away").toString());
        try {
            Catalog catalog = read();
            assertThat(catalog.archives().getFirst().gaps())
                    .extracting(WalArchive.Gap::first)
                    .containsExactly(hidden.getFileName().toString());
            assertThat(catalog.windows().getFirst().to()).isBefore(end);
        } finally {
            site.run("mv", site.path("away").toString(), hidden.toString());
        }
    }

    @Test
    void oneThatWasOnlyBegunIsUnfinished() throws Exception {
        site.folder("barman home/shop/base/20990101T000000");
        site.write(
                "barman home/shop/base/20990101T000000/backup.info",
                "status=STARTED\nbackup_id=20990101T000000\nbegin_time=2099-01-01 00:00:00+00:00\n");
        try {
            Backup begun = Reading.backup(read(), "20990101T000000");
            assertThat(begun.unfinished()).isTrue();
            assertThat(begun.error().orElseThrow()).contains("it runs, or was broken off");
            assertThat(read().backups()).filteredOn(Backup::unfinished).hasSize(1);
        } finally {
            site.run(
                    "rm",
                    "-r",
                    site.path("barman home/shop/base/20990101T000000").toString());
        }
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        Catalog nobody = new Reading().of(new BackupSource.Barman("local", Optional.of("nobody"), Optional.of(config)));
        assertThat(nobody.sources().getFirst().trouble().orElseThrow().message())
                .contains("knows no server nobody");
    }
}
