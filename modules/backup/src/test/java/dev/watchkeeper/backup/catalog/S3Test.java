package dev.watchkeeper.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.backup.site.BackupSite;
import dev.watchkeeper.backup.site.Reading;
import dev.watchkeeper.backup.site.S3Server;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.lab.testing.Debian;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What lies in a bucket: a repository of pgBackRest's, and dumps that rclone lists. */
class S3Test {
    private static final String BUCKET = "backups";

    @Test
    void aRepositoryAndDumps() throws Exception {
        Debian.needs("pgbackrest", "rclone");
        try (S3Server s3 = S3Server.start(BUCKET);
                BackupSite site = BackupSite.start(16)) {
            Path config = site.write("pgbackrest.conf", """
                    [global]
                    %1$slog-path=%2$s
                    lock-path=%2$s
                    start-fast=y
                    [main]
                    pg1-path=%3$s
                    pg1-port=%4$d
                    pg1-socket-path=%5$s
                    """.formatted(
                            s3.repository(BUCKET), site.folder("log"), site.data(), site.port(), site.path("")));
            String pgbackrest = "pgbackrest --log-level-console=off --stanza=main --config=" + config;
            site.run("sh", "-c", pgbackrest + " stanza-create");
            site.archiveBy(pgbackrest + " archive-push \"$1\"");
            site.run("sh", "-c", pgbackrest + " backup");
            site.switchWal();
            site.tool(
                    "pg_dump",
                    "-h",
                    "127.0.0.1",
                    "-p",
                    Integer.toString(site.port()),
                    "-U",
                    "postgres",
                    "-Fc",
                    "-f",
                    site.path("it's a dump.dump").toString(),
                    "postgres");
            Files.writeString(site.path("it's a dump.dump.watchkeeper.json"), "{\"database\":\"told\"}");
            Map<String, String> variables = s3.variables();
            for (String file : List.of("it's a dump.dump", "it's a dump.dump.watchkeeper.json")) {
                copy(site.path(file), "s3/dumps/" + file, variables);
            }

            Reading reading = new Reading();
            Catalog catalog = reading.of(
                    variables,
                    new BackupSource.PgBackRest("local", Optional.of("main"), Optional.of(config.toString())),
                    new BackupSource.Dumps("local", "s3://" + BUCKET + "/s3/"));
            assertThat(reading.trips()).isEqualTo(2);
            assertThat(catalog.sources())
                    .allSatisfy(asked -> assertThat(asked.trouble()).isEmpty());
            Backup full = catalog.backups().stream()
                    .filter(backup -> backup.source() instanceof BackupSource.PgBackRest)
                    .findFirst()
                    .orElseThrow();
            assertThat(site.run("sh", "-c", pgbackrest + " info")).contains(full.id());
            assertThat(full.place()).contains("s3://" + BUCKET);
            WalArchive archive = catalog.archives().getFirst();
            assertThat(archive.listed()).isTrue();
            assertThat(archive.newestAt()).isPresent();
            assertThat(catalog.windows()).hasSize(1);
            Backup dump = Reading.backup(catalog, "dumps/it's a dump.dump");
            assertThat(dump.database()).contains("told");
            assertThat(dump.format()).isEqualTo("custom");
            assertThat(dump.serverVersion().orElseThrow()).startsWith("15.");
            assertThat(catalog.policy())
                    .filteredOn(finding -> finding.rule().startsWith("In S3"))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.detail()).startsWith("1 of 90 kept"));
        }
    }

    private static void copy(Path from, String to, Map<String, String> variables) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("rclone", "-q", "copyto", from.toString(), "lab:" + BUCKET + "/" + to));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(variables);
        assertThat(builder.start().waitFor()).isZero();
    }
}
