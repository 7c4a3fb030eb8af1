package dev.watchkeeper.backup.make;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.Proof;
import dev.watchkeeper.backup.retention.Decision;
import dev.watchkeeper.backup.retention.RetentionPlan;
import dev.watchkeeper.backup.retention.RetentionRules;
import dev.watchkeeper.backup.site.BackupSite;
import dev.watchkeeper.backup.site.Desks;
import dev.watchkeeper.backup.site.Reading;
import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.hosts.ShellWords;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.debian.DebianTools;
import dev.watchkeeper.lab.testing.Debian;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Backups by the tools that keep a repository of their own, on this machine, as the user whom they want. */
@TestInstance(Lifecycle.PER_CLASS)
class MakeInRepositoriesTest {
    private static final RetentionRules RULES = new RetentionRules(Duration.ofDays(1), Duration.ofDays(1));

    @TempDir
    private Path state;

    private BackupSite site;

    @BeforeAll
    void start() throws Exception {
        site = BackupSite.start(1);
    }

    @AfterAll
    void close() throws Exception {
        site.close();
    }

    private Action make(BackupSource source, BackupWish wish) throws FaultException {
        return desk(source).make(wish, Where.USUAL);
    }

    private BackupDesk desk(BackupSource source) {
        Target target = Desks.target("shop", Engine.POSTGRESQL, site.port(), "postgres", List.of(source));
        return Desks.withoutServers(target, name -> new LocalHost(variables()));
    }

    private Map<String, String> variables() {
        return Map.of("XDG_STATE_HOME", state.toString());
    }

    private static Outcome run(Action action) throws FaultException {
        List<String> told = new ArrayList<>();
        Outcome outcome = action.run(told::add);
        assertThat(outcome.done()).as(outcome.message() + told).isTrue();
        return outcome;
    }

    private Catalog read(BackupSource source) throws FaultException {
        return new Reading().of(variables(), source);
    }

    @Test
    void barmanMakesOneAndFindsWhatIsWrongWithIt() throws Exception {
        Debian.needs("barman", "runuser");
        BackupSource source = barman();
        String config = ((BackupSource.Barman) source).config().orElseThrow();
        Action action = make(source, new BackupWish.Barman());
        assertThat(action.statement()).isEqualTo("barman -c " + ShellWords.quote(config) + " backup --wait shop");
        assertThat(action.preview()).contains("backs up server shop with Barman 3");
        String said = run(action).message();
        String id = site.run("barman", "-c", config, "list-backup", "--minimal", "shop")
                .strip();
        assertThat(said).contains("done: " + id);
        Backup backup = Reading.backup(read(source), id);
        assertThat(backup.kind()).isEqualTo(BackupKind.FULL);
        assertThat(backup.proof())
                .get()
                .extracting(Proof::how, Proof::good)
                .containsExactly("barman verify-backup", true);
        assertThat(new RetentionPlan(RULES, Instant.now().plus(Duration.ofDays(9)), ZoneOffset.UTC)
                        .decide(read(source)))
                .as("Barman keeps to rules of its own")
                .noneMatch(Decision::goes);

        Path data = site.path("barman home/shop/base/" + id + "/data");
        Path table = data.resolve("base/1/1259");
        byte[] bytes = Files.readAllBytes(table);
        bytes[bytes.length / 2] ^= 1;
        Files.write(table, bytes);
        Outcome wrong = desk(source).verify(backup, false).run();
        assertThat(wrong.done()).isFalse();
        assertThat(wrong.message()).contains("barman verify-backup found something wrong");
        assertThat(Reading.backup(read(source), id).proof().orElseThrow().good())
                .isFalse();

        // without one there is nothing to compare with: as rsync leaves it
        Files.delete(data.resolve("backup_manifest"));
        run(desk(source).verify(backup, false));
        assertThat(Reading.backup(read(source), id).proof())
                .get()
                .extracting(Proof::how, Proof::good)
                .containsExactly("barman check-backup", true);
    }

    private BackupSource barman() throws Exception {
        Path home = site.folder("barman home");
        site.folder("conf.d");
        String config = site.write("barman's.conf", """
                        [barman]
                        barman_home = %1$s
                        barman_user = postgres
                        log_file = %2$s
                        configuration_files_directory = %3$s
                        retention_policy = RECOVERY WINDOW OF 7 DAYS
                        """.formatted(home, site.path("barman.log"), site.path("conf.d")))
                .toString();
        site.write("conf.d/shop.conf", """
                [shop]
                description = shop
                conninfo = host=127.0.0.1 port=%1$d user=postgres dbname=postgres
                streaming_conninfo = host=127.0.0.1 port=%1$d user=postgres
                backup_method = postgres
                immediate_checkpoint = true
                archiver = on
                path_prefix = %2$s
                """.formatted(
                site.port(), DebianTools.find("pg_basebackup").orElseThrow().resolveSibling("")));
        Path incoming = site.folder("barman home/shop/incoming");
        site.archiveBy(
                "cp \"$1\" '" + incoming + "'/.\"$2\" && mv '" + incoming + "'/.\"$2\" '" + incoming + "'/\"$2\"");
        site.switchWal();
        site.run("barman", "-c", config, "cron");
        return new BackupSource.Barman(HostSpec.LOCAL, Optional.of("shop"), Optional.of(config));
    }

    @Test
    void pgBackRestMakesAFullAndAnIncrementalOne() throws Exception {
        Debian.needs("pgbackrest", "runuser");
        String config = site.write("it's pgbackrest.conf", """
                        [global]
                        repo1-path=%1$s
                        repo1-retention-full=2
                        log-path=%2$s
                        lock-path=%2$s
                        start-fast=y
                        [main]
                        pg1-path=%3$s
                        pg1-port=%4$d
                        pg1-socket-path=%5$s
                        """.formatted(
                                site.folder("repo one"), site.folder("log"), site.data(), site.port(), site.path("")))
                .toString();
        site.run("pgbackrest", "--config=" + config, "--stanza=main", "--log-level-console=off", "stanza-create");
        site.archiveBy("pgbackrest '--config=" + config.replace("'", "'\\''")
                + "' --stanza=main --log-level-console=off archive-push \"$1\"");
        BackupSource source = new BackupSource.PgBackRest(HostSpec.LOCAL, Optional.of("main"), Optional.of(config));
        run(make(source, new BackupWish.PgBackRest("full")));
        site.sql("create table one as select generate_series(1, 1000)");
        String said = run(make(source, new BackupWish.PgBackRest("incr"))).message();

        JsonNode info = new ObjectMapper()
                .readTree(site.run("pgbackrest", "--config=" + config, "--stanza=main", "info", "--output=json"))
                .get(0)
                .get("backup");
        assertThat(info).hasSize(2);
        String incr = info.get(1).get("label").asText();
        assertThat(said).contains("done: " + incr);
        Catalog catalog = read(source);
        assertThat(catalog.backups())
                .extracting(Backup::kind)
                .containsExactlyInAnyOrder(BackupKind.FULL, BackupKind.INCR);
        assertThat(catalog.backups())
                .allSatisfy(one -> assertThat(one.proof())
                        .get()
                        .extracting(Proof::how, Proof::good)
                        .containsExactly("pgbackrest verify", true));
        assertThat(Reading.backup(catalog, incr).prior())
                .contains(info.get(0).get("label").asText());

        Path piece = someFile(site.path("repo one/backup/main/" + incr));
        byte[] bytes = Files.readAllBytes(piece);
        bytes[bytes.length / 2] ^= 1;
        Files.write(piece, bytes);
        Outcome wrong =
                desk(source).verify(Reading.backup(catalog, incr), false).run();
        assertThat(wrong.done()).isFalse();
        Catalog after = read(source);
        assertThat(Reading.backup(after, incr).proof().orElseThrow().good()).isFalse();
        assertThat(Reading.backup(after, info.get(0).get("label").asText())
                        .proof()
                        .orElseThrow()
                        .good())
                .isTrue();
    }

    private static Path someFile(Path folder) throws java.io.IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("pg_data/base"))) {
            return files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
    }
}
