package dev.watchkeeper.backup.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.reading.Sidecar;
import dev.watchkeeper.backup.site.BackupSite;
import dev.watchkeeper.backup.site.Reading;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.lab.debian.DebianTools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Real dumps in every format, under names that no script expects. */
@TestInstance(Lifecycle.PER_CLASS)
class DumpsTest {
    private static final String DATABASE = "the shop's \"数据\"";
    private static final List<String> NAMES = List.of(
            "plain name.dump",
            "it's; $(id) `id`.dump",
            "new\nline\n==> x <==\n.dump",
            "-rf.dump",
            "таблица-数据.dump",
            "tab\t\"quoted\" \\back.dump");

    private BackupSite site;
    private Path folder;
    private Catalog catalog;

    @BeforeAll
    void save() throws Exception {
        site = BackupSite.start(16);
        folder = site.folder("dumps\nof 'all'");
        site.sql("create database \"" + DATABASE.replace("\"", "\"\"") + "\"");
        site.tool(
                "psql",
                "-h",
                "127.0.0.1",
                "-p",
                port(),
                "-U",
                "postgres",
                "-c",
                "create table numbers as select 1 as one",
                DATABASE);
        dump("-Fc", "-f", file("custom.dump"), DATABASE);
        dump("-Fd", "-j2", "-f", file("directory"), DATABASE);
        dump("-Ft", "-f", file("archive.tar"), DATABASE);
        dump("-C", "-f", file("created.sql"), DATABASE);
        dump("-f", file("billing_20261120_020000.sql"), DATABASE);
        packed("gzip", "custom.dump", "custom.dump.gz");
        packed("gzip", "created.sql", "created.sql.gz");
        if (DebianTools.find("zstd").isPresent()) {
            packed("zstd -q", "created.sql", "created.sql.zst");
        }
        dumpAll("all.sql", "-g");
        dumpAll("cluster.sql");
        byte[] custom = Files.readAllBytes(folder.resolve("custom.dump"));
        for (String name : NAMES) {
            Files.write(folder.resolve(name), custom);
        }
        Files.write(folder.resolve("short.dump"), Arrays.copyOf(custom, 60));
        Files.write(folder.resolve("cut.dump"), Arrays.copyOf(custom, custom.length - 40));
        dump("-Fc", "-s", "-f", file("definitions.dump"), DATABASE);
        byte[] damaged = custom.clone();
        Arrays.fill(damaged, 20, 60, (byte) 0x7f);
        Files.write(folder.resolve("damaged.dump"), damaged);
        byte[] plain = Files.readAllBytes(folder.resolve("created.sql"));
        Files.write(folder.resolve("short.sql"), Arrays.copyOf(plain, plain.length - 200));
        byte[] tar = Files.readAllBytes(folder.resolve("archive.tar"));
        Files.write(folder.resolve("short.tar"), Arrays.copyOf(tar, tar.length - 4000));
        Files.createFile(folder.resolve("empty.dump"));
        Files.writeString(folder.resolve("README"), "not a dump\n");
        Files.writeString(folder.resolve("notes.sql"), "select 1;\n");
        Files.write(folder.resolve(".written.part"), custom);
        Files.writeString(folder.resolve(NAMES.getFirst() + Sidecar.ENDING), """
                {"engine":"pg_dump","kind":"dump","database":"told","server_version":"15.1","started_at":"2026-11-20T01:00:00Z",\
                "stopped_at":"2026-11-20T01:05:00Z","proofs":[{"at":"2026-11-20T02:00:00Z","how":"list and full read",\
                "good":true,"detail":""},{"at":"2026-11-21T02:00:00Z","how":"checksum","good":false,"detail":"differs"}]}
                """);
        Reading reading = new Reading();
        catalog = reading.of(new BackupSource.Dumps("local", folder + "/"));
        assertThat(reading.trips()).isEqualTo(1);
        assertThat(catalog.sources().getFirst().trouble()).isEmpty();
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

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void dump(String... words) throws Exception {
        String[] all =
                Arrays.copyOf(new String[] {"-h", "127.0.0.1", "-p", port(), "-U", "postgres"}, 6 + words.length);
        System.arraycopy(words, 0, all, 6, words.length);
        site.tool("pg_dump", all);
    }

    /** It takes no path with a line break in it. */
    private void dumpAll(String name, String... words) throws Exception {
        String[] all = Arrays.copyOf(
                new String[] {
                    "-h",
                    "127.0.0.1",
                    "-p",
                    port(),
                    "-U",
                    "postgres",
                    "-f",
                    site.path(name).toString()
                },
                8 + words.length);
        System.arraycopy(words, 0, all, 8, words.length);
        site.tool("pg_dumpall", all);
        site.run("mv", site.path(name).toString(), file(name));
    }

    private void packed(String by, String from, String to) throws Exception {
        site.run("sh", "-c", by + " -c <\"$0\" >\"$1\"", file(from), file(to));
    }

    @Test
    void headersTellWhatPgRestoreTells() throws Exception {
        for (String name : List.of("custom.dump", "directory", "archive.tar")) {
            Backup backup = Reading.backup(catalog, name);
            Map<String, String> told = new HashMap<>();
            site.tool("pg_restore", "-l", file(name))
                    .lines()
                    .filter(line -> line.startsWith(";     ") || line.startsWith("; Archive"))
                    .map(line -> line.replaceFirst("; *", "").split(": | at ", 2))
                    .filter(parts -> parts.length == 2)
                    .forEach(parts -> told.put(parts[0], parts[1]));
            assertThat(backup.kind()).isEqualTo(BackupKind.DUMP);
            assertThat(backup.database()).contains(told.get("dbname")).contains(DATABASE);
            assertThat(backup.serverVersion()).contains(told.get("Dumped from database version"));
            LocalDateTime created = LocalDateTime.parse(
                    told.getOrDefault("Archive created", "").substring(0, 19),
                    DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT));
            assertThat(backup.startedAt())
                    .contains(created.atZone(ZoneId.systemDefault()).toInstant());
            assertThat(backup.error()).isEmpty();
            assertThat(backup.stoppedAt().orElseThrow())
                    .isAfterOrEqualTo(backup.startedAt().orElseThrow());
        }
        assertThat(Reading.backup(catalog, "directory").format()).isEqualTo("directory");
        assertThat(Reading.backup(catalog, "archive.tar").format()).isEqualTo("tar");
        assertThat(Reading.backup(catalog, "custom.dump").repoBytes())
                .hasValue(Files.size(folder.resolve("custom.dump")));
    }

    @Test
    void sqlAndPackedOnesAreKnownByTheirContents() throws Exception {
        assertThat(Reading.backup(catalog, "created.sql").database()).contains(DATABASE);
        assertThat(Reading.backup(catalog, "created.sql").serverVersion().orElseThrow())
                .startsWith("15.");
        assertThat(Reading.backup(catalog, "created.sql").sizeBytes())
                .hasValue(Files.size(folder.resolve("created.sql")));
        assertThat(Reading.backup(catalog, "billing_20261120_020000.sql").database())
                .contains("billing");
        assertThat(Reading.backup(catalog, "custom.dump.gz").format()).isEqualTo("custom, gzip");
        assertThat(Reading.backup(catalog, "custom.dump.gz").database()).contains(DATABASE);
        assertThat(Reading.backup(catalog, "created.sql.gz").format()).isEqualTo("plain, gzip");
        assertThat(Reading.backup(catalog, "created.sql.gz").database()).contains(DATABASE);
        if (DebianTools.find("zstd").isPresent()) {
            assertThat(Reading.backup(catalog, "created.sql.zst").database()).contains(DATABASE);
        }
        assertThat(Reading.backup(catalog, "all.sql").format()).isEqualTo(Backup.GLOBALS);
        assertThat(Reading.backup(catalog, "cluster.sql").format()).isEqualTo(DumpHead.CLUSTER);
        assertThat(catalog.backups())
                .filteredOn(backup -> !backup.id().matches("(short|cut|damaged|empty|notes)\\..*"))
                .allSatisfy(backup -> assertThat(backup.error()).as(backup.id()).isEmpty());
    }

    @Test
    void anyNameIsRead() {
        for (String name : NAMES.subList(1, NAMES.size())) {
            assertThat(Reading.backup(catalog, name).database()).as(name).contains(DATABASE);
        }
        assertThat(catalog.backups())
                .extracting(Backup::id)
                .doesNotContain("README", ".written.part", NAMES.getFirst() + Sidecar.ENDING)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsBrokenIsSaid() {
        assertThat(Reading.backup(catalog, "cut.dump").error()).contains("it breaks off: the end of a dump is missing");
        assertThat(Reading.backup(catalog, "definitions.dump").error()).isEmpty();
        assertThat(Reading.backup(catalog, "definitions.dump").format()).isEqualTo("custom, without rows");
        assertThat(Reading.backup(catalog, "custom.dump").format()).isEqualTo("custom");
        assertThat(Reading.backup(catalog, "short.dump").error())
                .contains("its header breaks off: the file is truncated");
        assertThat(Reading.backup(catalog, "damaged.dump").error().orElseThrow())
                .startsWith("its header is damaged");
        assertThat(Reading.backup(catalog, "short.sql").error().orElseThrow()).startsWith("it breaks off");
        assertThat(Reading.backup(catalog, "short.tar").error().orElseThrow()).startsWith("it breaks off");
        assertThat(Reading.backup(catalog, "empty.dump").error()).contains("it is empty");
        assertThat(Reading.backup(catalog, "notes.sql").error()).contains("it does not begin as a dump does");
    }

    @Test
    void aSidecarTellsWhenAndHowItWasVerified() {
        Backup backup = Reading.backup(catalog, NAMES.getFirst());
        assertThat(backup.database()).contains("told");
        assertThat(backup.startedAt()).contains(Instant.parse("2026-11-20T01:00:00Z"));
        assertThat(backup.proof().orElseThrow().how()).isEqualTo("checksum");
        assertThat(backup.proof().orElseThrow().good()).isFalse();
    }

    /** The header holds the time of the wall: in the hour that comes twice it also says which. */
    @Test
    void timesAreThoseOfTheHostsZone() throws Exception {
        Path berlin = site.folder("berlin");
        byte[] dump = Files.readAllBytes(folder.resolve("custom.dump"));
        int time = 5 + 6 + 5;
        int[] wall = {30, 15, 2, 25, 9, 126};
        for (int i = 0; i < wall.length; i++) {
            dump[time + 5 * i + 1] = (byte) wall[i];
        }
        for (int summer = 0; summer <= 1; summer++) {
            dump[time + 5 * 6 + 1] = (byte) summer;
            Files.write(berlin.resolve("summer" + summer + ".dump"), dump);
        }
        Catalog there =
                new Reading().of(Map.of("TZ", "Europe/Berlin"), new BackupSource.Dumps("local", berlin.toString()));
        assertThat(Reading.backup(there, "summer1.dump").startedAt()).contains(Instant.parse("2026-10-25T00:15:30Z"));
        assertThat(Reading.backup(there, "summer0.dump").startedAt()).contains(Instant.parse("2026-10-25T01:15:30Z"));
    }

    @Test
    void aFolderThatIsNotThereIsSaid() throws Exception {
        Catalog none = new Reading().of(new BackupSource.Dumps("local", "/no/such; folder"));
        assertThat(none.sources().getFirst().trouble().orElseThrow().kind()).isEqualTo(FaultKind.BAD_INPUT);
        assertThat(none.sources().getFirst().trouble().orElseThrow().message()).contains("/no/such; folder");
    }
}
