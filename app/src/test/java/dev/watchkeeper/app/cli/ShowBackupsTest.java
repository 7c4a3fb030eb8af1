package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalog from the command line; no server is needed for it. */
class ShowBackupsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path home;

    @BeforeEach
    void save() throws IOException {
        Path base = Files.createDirectories(home.resolve("base/one"));
        Files.writeString(base.resolve("PG_VERSION"), "17\n");
        Files.writeString(base.resolve("backup_label"), """
                START WAL LOCATION: 0/2000028 (file 000000010000000000000002)
                START TIME: 2026-11-20 08:46:33 UTC
                START TIMELINE: 1
                """);
        Files.writeString(base.resolve("backup_manifest"), """
                { "PostgreSQL-Backup-Manifest-Version": 2,
                "WAL-Ranges": [
                { "Timeline": 1, "Start-LSN": "0/2000028", "End-LSN": "0/2000100" }
                ],
                "Manifest-Checksum": "00ff"}
                """);
        Path wal = Files.createDirectories(home.resolve("wal"));
        for (String segment : new String[] {"02", "03", "05"}) {
            Files.writeString(wal.resolve("0000000100000000000000" + segment), segment);
        }
        Path dumps = Files.createDirectories(home.resolve("du mps"));
        Files.writeString(dumps.resolve("shop.sql"), """
                --
                -- PostgreSQL database dump
                --

                -- Dumped from database version 17.4

                --
                -- PostgreSQL database dump complete
                --
                """);
        Files.writeString(
                Files.createDirectories(home.resolve("watchkeeper")).resolve("connections.yaml"), """
                connections:
                  - name: shop
                    url: postgresql://dba@127.0.0.1:1/shop
                    backups:
                      - {engine: pg_basebackup, host: local, path: '%1$s/base', wal: '%1$s/wal'}
                      - {engine: pg_dump, host: local, path: '%1$s/du mps'}
                      - {engine: pg_dump, host: local, path: '%1$s/nowhere'}
                  - name: unread
                    url: postgresql://dba@127.0.0.1:1/unread
                    backups:
                      - {engine: pg_dump, host: local, path: '%1$s/nowhere'}
                  - name: bare
                    url: postgresql://dba@127.0.0.1:1/bare
                """.formatted(home));
    }

    @Test
    void rowsWindowsPolicyAndSourcesAsJson() throws IOException {
        Typed shown = Typed.at(home).run("show", "backups", "--on", "shop", "--format", "json");
        assertThat(shown.exit()).as(shown.err()).isEqualTo(Exit.DONE);
        JsonNode all = JSON.readTree(shown.out());
        assertThat(all.get("rows"))
                .extracting(row -> row.get("kind").asText())
                .containsExactlyInAnyOrder("dump", "basebackup", "wal", "wal");
        JsonNode base = row(all, "one");
        assertThat(base.get("engine").asText()).isEqualTo("pg_basebackup");
        assertThat(base.get("wal_start").asText()).isEqualTo("000000010000000000000002");
        assertThat(base.get("wal_stop").asText()).isEqualTo("000000010000000000000002");
        assertThat(base.get("timeline").asInt()).isEqualTo(1);
        assertThat(base.get("started_at").asText()).isEqualTo("2026-11-20T08:46:33Z");
        for (String key : new String[] {"prior", "verified_at", "error", "size_bytes"}) {
            assertThat(base.has(key)).as(key).isTrue();
        }
        assertThat(row(all, "shop.sql").get("repo_bytes").asLong())
                .isEqualTo(Files.size(home.resolve("du mps/shop.sql")));
        assertThat(all.get("windows")).hasSize(1);
        assertThat(all.get("windows").get(0).get("timeline").asInt()).isEqualTo(1);
        assertThat(all.get("gaps").get(0).get("wal_start").asText()).isEqualTo("000000010000000000000004");
        assertThat(all.get("policy"))
                .anyMatch(finding -> finding.get("rule").asText().startsWith("WAL")
                        && finding.get("status").asText().equals("broken")
                        && finding.get("detail").asText().startsWith("gap on "));
        assertThat(all.get("now").get(0).get("rpo_seconds").isNumber()).isTrue();
        assertThat(all.get("sources"))
                .anyMatch(source -> source.get("trouble").asText().contains("nowhere"));
        assertThat(shown.err()).contains("nowhere");
    }

    private static JsonNode row(JsonNode all, String id) {
        for (JsonNode row : all.get("rows")) {
            if (row.get("id").asText().equals(id)) {
                return row;
            }
        }
        throw new AssertionError(id);
    }

    @Test
    void aTableAndAReport() throws IOException {
        Typed table = Typed.at(home).run("show", "backups", "--on", "shop");
        assertThat(table.out()).contains("WAL that is missing", "shop.sql", "gap on ", "there is no folder");
        Path pdf = home.resolve("backups.pdf");
        assertThat(Typed.at(home)
                        .run("report", "backups", "--on", "shop", "--out", pdf.toString())
                        .exit())
                .isEqualTo(Exit.DONE);
        assertThat(Files.size(pdf)).isPositive();
    }

    @Test
    void whereNothingIsSaidItTellsWhatToWrite() throws IOException {
        Typed bare = Typed.at(home).run("show", "backups", "--on", "bare");
        assertThat(bare.exit()).isNotEqualTo(Exit.DONE);
        assertThat(bare.err()).contains("bare", "backups: [{engine: pg_dump", "connections.yaml");
    }

    @Test
    void whereNoSourceCouldBeReadTheExitCodeSaysSo() throws IOException {
        Typed unread = Typed.at(home).run("show", "backups", "--on", "unread", "--format", "json");
        assertThat(unread.exit()).isEqualTo(Exit.UNREACHABLE_OR_DENIED);
        assertThat(JSON.readTree(unread.out()).get("rows")).isEmpty();
        assertThat(unread.err()).contains("there is no folder " + home + "/nowhere");
    }
}
