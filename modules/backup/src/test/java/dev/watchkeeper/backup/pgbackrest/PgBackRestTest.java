package dev.watchkeeper.backup.pgbackrest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.Finding;
import dev.watchkeeper.backup.RecoveryWindow;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.backup.site.BackupSite;
import dev.watchkeeper.backup.site.Reading;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.testing.Debian;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Debian's pgBackRest: what it lists itself is what we list. */
@TestInstance(Lifecycle.PER_CLASS)
class PgBackRestTest {
    private BackupSite site;
    private String config;
    private String info;

    @BeforeAll
    void save() throws Exception {
        Debian.needs("pgbackrest");
        site = BackupSite.start(16);
        config = site.write("it's a config.conf", """
                        [global]
                        repo1-path=%1$s
                        repo1-retention-full=2
                        repo2-path=%2$s
                        repo2-cipher-type=aes-256-cbc
                        repo2-cipher-pass=secret-of-the-test
                        log-path=%3$s
                        lock-path=%3$s
                        start-fast=y
                        [main]
                        pg1-path=%4$s
                        pg1-port=%5$d
                        pg1-socket-path=%6$s
                        """.formatted(
                                site.folder("repo one"),
                                site.folder("repo2"),
                                site.folder("log"),
                                site.data(),
                                site.port(),
                                site.path("")))
                .toString();
        pgbackrest("stanza-create");
        site.archiveBy("pgbackrest '--config=" + config.replace("'", "'\\''")
                + "' --stanza=main --log-level-console=off archive-push \"$1\"");
        pgbackrest("backup", "--type=full", "--repo=1");
        site.switchWal();
        pgbackrest("backup", "--type=diff", "--repo=1");
        pgbackrest("backup", "--type=incr", "--repo=1");
        pgbackrest("backup", "--type=full", "--repo=2");
        site.switchWal();
        // the repository tells whole seconds: the last segment is to be of a later one
        long second = Instant.now().getEpochSecond();
        Patience.until(
                Duration.ofSeconds(60), "the next second", () -> Instant.now().getEpochSecond() > second);
        site.switchWal();
        info = pgbackrest("info", "--output=json");
    }

    @AfterAll
    void close() throws Exception {
        if (site != null) {
            site.close();
        }
    }

    private String pgbackrest(String command, String... options) throws Exception {
        List<String> words = new ArrayList<>(
                List.of("pgbackrest", "--config=" + config, "--stanza=main", "--log-level-console=off", command));
        words.addAll(List.of(options));
        return site.run(words.toArray(String[]::new));
    }

    private Catalog read(Optional<String> stanza) throws Exception {
        Reading reading = new Reading();
        Catalog catalog = reading.of(new BackupSource.PgBackRest("local", stanza, Optional.of(config)));
        assertThat(reading.trips()).isEqualTo(1);
        return catalog;
    }

    @Test
    void backupsAreListedAsItListsThem() throws Exception {
        Catalog catalog = read(Optional.empty());
        assertThat(catalog.sources().getFirst().trouble()).isEmpty();
        assertThat(catalog.sources().getFirst().tool().orElseThrow()).startsWith("pgBackRest ");
        assertThat(catalog.sources().getFirst().aheadMillis().orElseThrow()).isBetween(-1000L, 1000L);
        JsonNode stanza = new ObjectMapper().readTree(info).get(0);
        assertThat(catalog.backups()).hasSameSizeAs(stanza.get("backup")).hasSize(4);
        for (JsonNode told : stanza.get("backup")) {
            Backup backup = Reading.backup(catalog, told.get("label").asText());
            assertThat(backup.kind().label()).isEqualTo(told.get("type").asText());
            assertThat(backup.startedAt())
                    .contains(Instant.ofEpochSecond(
                            told.get("timestamp").get("start").asLong()));
            assertThat(backup.stoppedAt())
                    .contains(Instant.ofEpochSecond(
                            told.get("timestamp").get("stop").asLong()));
            assertThat(backup.walStart())
                    .contains(told.get("archive").get("start").asText());
            assertThat(backup.walStop())
                    .contains(told.get("archive").get("stop").asText());
            assertThat(backup.sizeBytes()).hasValue(told.get("info").get("size").asLong());
            assertThat(backup.repoBytes())
                    .hasValue(told.get("info").get("repository").get("delta").asLong());
            assertThat(backup.prior().orElse("null"))
                    .isEqualTo(told.get("prior").asText());
            assertThat(backup.systemId())
                    .contains(stanza.get("db").get(0).get("system-id").asText());
            int key = told.get("database").get("repo-key").asInt();
            assertThat(backup.encrypted()).isEqualTo(key == 2);
            assertThat(backup.place()).contains(key == 1 ? "repo one" : "repo2");
        }
        assertThat(catalog.backups())
                .isSortedAccordingTo(Comparator.comparing(
                        (Backup backup) -> backup.startedAt().orElseThrow(), Comparator.reverseOrder()));
        assertThat(catalog.archives()).hasSize(2).allSatisfy(archive -> {
            assertThat(archive.listed()).isTrue();
            assertThat(archive.gaps()).isEmpty();
            JsonNode told = stanza.get("archive").get(archive.place().contains("repo one") ? 0 : 1);
            assertThat(archive.stretches().getFirst().first())
                    .isEqualTo(told.get("min").asText());
            assertThat(archive.stretches().getLast().last())
                    .isEqualTo(told.get("max").asText());
        });
        assertThat(catalog.windows()).hasSize(1);
        assertThat(catalog.windows().getFirst().to())
                .isAfter(catalog.backups().getFirst().stoppedAt().orElseThrow());
    }

    @Test
    void aSegmentThatWasTakenAwayIsAGap() throws Exception {
        RecoveryWindow whole = read(Optional.of("main")).windows().getFirst();
        List<Path> hidden = new ArrayList<>();
        for (String repo : List.of("repo one", "repo2")) {
            hidden.add(lastButOne(site.path(repo)));
        }
        for (Path segment : hidden) {
            site.run("mv", segment.toString(), segment + ".away");
        }
        try {
            Catalog catalog = read(Optional.of("main"));
            String name = hidden.getFirst().getFileName().toString().substring(0, 24);
            assertThat(catalog.archives())
                    .hasSize(2)
                    .allSatisfy(archive -> assertThat(archive.gaps())
                            .extracting(WalArchive.Gap::first)
                            .containsExactly(name));
            assertThat(catalog.windows().getFirst().to()).isBefore(whole.to());
            assertThat(catalog.policy())
                    .filteredOn(finding -> finding.rule().startsWith("WAL"))
                    .allMatch(finding -> finding.status() == Finding.Status.BROKEN
                            && finding.detail().startsWith("gap on "));
        } finally {
            for (Path segment : hidden) {
                site.run("mv", segment + ".away", segment.toString());
            }
        }
    }

    private static Path lastButOne(Path repo) throws Exception {
        try (Stream<Path> files = Files.walk(repo.resolve("archive"))) {
            List<Path> segments = files.filter(
                            file -> file.getFileName().toString().matches("[0-9A-F]{24}-.*"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
            return segments.get(segments.size() - 2);
        }
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        Catalog nobody = read(Optional.of("nobody"));
        assertThat(nobody.sources().getFirst().trouble().orElseThrow().message())
                .contains("nobody")
                .contains("missing stanza");
        Catalog nowhere =
                new Reading().of(new BackupSource.PgBackRest("local", Optional.empty(), Optional.of("/no/such.conf")));
        assertThat(nowhere.sources().getFirst().trouble().orElseThrow().message())
                .contains("/no/such.conf");
        Catalog without = new Reading()
                .of(
                        Map.of("PATH", site.path("").toString()),
                        new BackupSource.PgBackRest("local", Optional.empty(), Optional.empty()));
        assertThat(without.sources().getFirst().trouble().orElseThrow().kind()).isEqualTo(FaultKind.UNSUPPORTED);
    }
}
