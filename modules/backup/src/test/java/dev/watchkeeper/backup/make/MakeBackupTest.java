package dev.watchkeeper.backup.make;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.site.Desks;
import dev.watchkeeper.backup.site.Reading;
import dev.watchkeeper.backup.site.S3Server;
import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.ShellWords;
import dev.watchkeeper.hosts.jobs.Job;
import dev.watchkeeper.hosts.jobs.Jobs;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.debian.DebianTools;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.redis.RedisServer;
import dev.watchkeeper.lab.testing.Debian;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Backups of real servers with the tools that Debian installs, on this machine. */
@ExtendWith(LabExtension.class)
class MakeBackupTest {
    private static final int TOOLS = 15;
    private static final String FOLDER = "du mp's; $(id)\n数据";

    @TempDir
    private Path home;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private LocalHost host() {
        return new LocalHost(Map.of("XDG_STATE_HOME", home.resolve("state").toString()));
    }

    private Path dumps() {
        return home.resolve(FOLDER);
    }

    private Target target(Engine engine, int port, String database, List<BackupSource> backups) {
        return Desks.target("the shop's", engine, port, database, backups);
    }

    private BackupDesk desk(PostgresServer server) {
        return desk(server, host());
    }

    private BackupDesk desk(PostgresServer server, Host where) {
        Target target = target(
                Engine.POSTGRESQL,
                server.port(),
                "shop",
                List.of(
                        new BackupSource.Dumps(HostSpec.LOCAL, dumps().toString()),
                        new BackupSource.BaseBackups(HostSpec.LOCAL, dumps().toString(), Optional.empty())));
        var connected = new dev.watchkeeper.postgres.connect.PostgresServer(target, Passwords.none());
        open.add(connected);
        Passwords passwords = (of, at) -> Optional.of(new Secret("not: needed \\ here"));
        return new BackupDesk(
                target, name -> where, passwords, () -> connected, MakeBackupTest::noRedis, Clock.systemUTC());
    }

    private static dev.watchkeeper.postgres.connect.PostgresServer noPostgres() {
        throw new IllegalStateException("nobody should ask this server");
    }

    private static dev.watchkeeper.redis.connect.RedisServer noRedis() {
        throw new IllegalStateException("nobody should ask this server");
    }

    private PostgresServer shop(SharedLabs labs) {
        Debian.needs("pg_dump", "pg_basebackup", "pg_verifybackup", "setsid");
        return labs.primary(TOOLS);
    }

    private static String done(Action action) throws FaultException {
        List<String> steps = new ArrayList<>();
        Outcome outcome = action.run(steps::add);
        assertThat(outcome.done()).as("%s", steps).isTrue();
        return String.join("\n", steps);
    }

    private Path only(String ending) throws IOException {
        try (Stream<Path> files = Files.list(dumps())) {
            List<Path> found = files.filter(one -> one.getFileName().toString().endsWith(ending))
                    .toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }

    private Backup backup(BackupSource source, String id, BackupKind kind) {
        return Backup.of(source, id, kind, "")
                .serverVersion(Optional.of(TOOLS + ".1"))
                .done();
    }

    private static void damage(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            int one = bytes.read();
            bytes.seek(bytes.length() / 2);
            bytes.write(one ^ 0x55);
        }
    }

    private static String output(String... command) throws Exception {
        return output(Path.of("/"), command);
    }

    private static String output(Path folder, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return text;
    }

    private static String tool(String name) {
        return DebianTools.find(name).orElseThrow().toString();
    }

    @Test
    void aDumpIsReadToItsEndAndADamagedOneIsNot(SharedLabs labs) throws Exception {
        BackupDesk desk = desk(shop(labs));
        Action action = desk.make(BackupWish.Dump.usual(), Where.USUAL);
        assertThat(action.preview()).contains("saves database shop").contains("pg_dump 15");
        assertThat(action.statement()).doesNotContain("not: needed");
        assertThat(dumps()).doesNotExist();

        done(action);

        Path dump = only(".dump");
        assertThat(output(tool("pg_restore"), "--list", dump.toString())).contains("TABLE DATA public orders");
        String side = Files.readString(only(".dump.watchkeeper.json"));
        assertThat(side)
                .contains("\"database\":\"shop\"")
                .contains("\"how\":\"list and full read\",\"good\":true")
                .contains(output("sha256sum", dump.toString())
                        .replaceFirst("^\\\\", "")
                        .substring(0, 64));

        BackupSource source = new BackupSource.Dumps(HostSpec.LOCAL, dumps().toString());
        Backup listed = backup(source, dump.getFileName().toString(), BackupKind.DUMP);
        done(desk.verify(listed, false));
        damage(dump);
        Outcome bad = desk.verify(listed, false).run();
        assertThat(bad.done()).isFalse();
        assertThat(bad.message()).contains("its checksum differs");
        assertThat(Files.readString(only(".dump.watchkeeper.json")).split("\"at\":", -1))
                .hasSize(4);
        assertThat(Files.readString(only(".dump.watchkeeper.json"))).contains("\"good\":false");
    }

    @Test
    void everyFormOfADumpCanBeReadBack(SharedLabs labs) throws Exception {
        BackupDesk desk = desk(shop(labs));
        for (BackupWish.DumpFormat format :
                List.of(BackupWish.DumpFormat.DIRECTORY, BackupWish.DumpFormat.TAR, BackupWish.DumpFormat.PLAIN)) {
            boolean folder = format == BackupWish.DumpFormat.DIRECTORY;
            done(desk.make(
                    new BackupWish.Dump(
                            Optional.empty(),
                            format,
                            folder ? OptionalInt.of(2) : OptionalInt.empty(),
                            format == BackupWish.DumpFormat.TAR ? Optional.empty() : Optional.of("6"),
                            folder ? BackupWish.Content.ALL : BackupWish.Content.SCHEMA_ONLY,
                            List.of(),
                            List.of("no such * table")),
                    Where.USUAL));
        }
        done(desk.make(new BackupWish.Globals(), Where.USUAL));
        assertThat(only(".dir").resolve("toc.dat")).exists();
        assertThat(only(".tar")).exists();
        assertThat(only(".sql")).content().contains("CREATE ROLE");
        Path packed = only(".sql.gz");
        assertThat(output("gzip", "-dc", packed.toString())).contains("CREATE TABLE public.orders");

        BackupSource source = new BackupSource.Dumps(HostSpec.LOCAL, dumps().toString());
        assertThat(new Reading().of(source).backups())
                .extracting(Backup::format)
                .contains("plain, schema only, gzip", "tar, schema only", "directory, some tables", "globals");
        Backup listed = backup(source, packed.getFileName().toString(), BackupKind.DUMP);
        done(desk.verify(listed, false));
        Files.write(packed, java.util.Arrays.copyOf(Files.readAllBytes(packed), 400));
        assertThat(desk.verify(listed, false).run().done()).isFalse();
    }

    @Test
    void aBaseBackupIsComparedWithItsManifest(SharedLabs labs) throws Exception {
        BackupDesk desk = desk(shop(labs));
        done(desk.make(BackupWish.Base.usual(), Where.USUAL));
        Path base;
        try (Stream<Path> all = Files.list(dumps())) {
            base = all.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        // its path would be read by a shell, see common.sh: the oracle is asked from within
        assertThat(output(base, tool("pg_verifybackup"), ".")).contains("successfully verified");

        damage(base.resolve("global/pg_control"));
        BackupSource source = new BackupSource.BaseBackups(HostSpec.LOCAL, dumps().toString(), Optional.empty());
        Outcome bad = desk.verify(backup(source, base.getFileName().toString(), BackupKind.BASEBACKUP), false)
                .run();
        assertThat(bad.done()).isFalse();
        assertThat(bad.message()).contains("not as its manifest says");
        assertThat(Files.readString(only(".watchkeeper.json"))).contains("pg_verifybackup\",\"good\":false");
    }

    @Test
    void tarsAreUnpackedToBeCompared(SharedLabs labs) throws Exception {
        BackupDesk desk = desk(shop(labs));
        String said = done(desk.make(new BackupWish.Base(true, Optional.of("1"), Optional.empty()), Where.USUAL));
        assertThat(said).contains("successfully verified");
        try (Stream<Path> all = Files.walk(dumps())) {
            assertThat(all.map(one -> one.getFileName().toString()))
                    .contains("base.tar.gz", "pg_wal.tar.gz", "backup_manifest")
                    .noneMatch(name -> name.contains(".part"));
        }
    }

    @Test
    void aToolThatIsOlderThanTheServerIsToldBeforeAnythingIsDone(SharedLabs labs) throws Exception {
        Debian.needs("pg_dump");
        BackupDesk desk = desk(labs.primary(LabPlan.NEWEST));
        FaultException e =
                catchThrowableOfType(FaultException.class, () -> desk.make(BackupWish.Dump.usual(), Where.USUAL));
        assertThat(e.fault().kind()).isEqualTo(FaultKind.UNSUPPORTED);
        assertThat(e.fault().message()).contains("of version 15.").contains("the server of " + LabPlan.NEWEST);
        assertThat(catchThrowableOfType(FaultException.class, () -> desk.make(BackupWish.Base.usual(), Where.USUAL))
                        .fault()
                        .message())
                .contains("pg_basebackup");
    }

    @Test
    void whatCanNotBeIsSaidBeforeAnythingIsDone(SharedLabs labs) throws Exception {
        BackupDesk desk = desk(shop(labs));
        assertThat(refused(desk, new BackupWish.Rdb())).contains("is no Redis");
        assertThat(refused(desk, new BackupWish.Barman())).contains("not known where");
        assertThat(refused(desk, new BackupWish.Base(false, Optional.of("9"), Optional.empty())))
                .contains("not compressed");
        assertThat(refused(desk, new BackupWish.Base(false, Optional.empty(), Optional.of("/x"))))
                .contains("makes no incremental");
        assertThat(refused(
                        desk,
                        new BackupWish.Dump(
                                Optional.empty(),
                                BackupWish.DumpFormat.CUSTOM,
                                OptionalInt.of(2),
                                Optional.empty(),
                                BackupWish.Content.ALL,
                                List.of(),
                                List.of())))
                .contains("only write into a folder");
    }

    @Test
    void tablespacesAreRefusedAsPlainFilesAndGoIntoTars(SharedLabs labs) throws Exception {
        PostgresServer server = shop(labs);
        Path outside = Files.createDirectory(server.dataFolder().resolveSibling("outside-" + System.nanoTime()));
        Files.setOwner(outside, Files.getOwner(server.dataFolder()));
        server.execute("CREATE TABLESPACE outside LOCATION '" + outside + "'");
        try {
            assertThat(refused(desk(server), BackupWish.Base.usual())).contains("1 tablespace outside");
            String said =
                    done(desk(server).make(new BackupWish.Base(true, Optional.of("1"), Optional.empty()), Where.USUAL));
            assertThat(said).contains("successfully verified");
        } finally {
            server.execute("DROP TABLESPACE outside");
        }
    }

    private static String refused(BackupDesk desk, BackupWish wish) {
        return catchThrowableOfType(FaultException.class, () -> desk.make(wish, Where.USUAL))
                .fault()
                .message();
    }

    @Test
    void aDumpThatFailsLeavesNothing(SharedLabs labs) throws Exception {
        BackupDesk desk = desk(shop(labs));
        Outcome outcome = desk.make(
                        new BackupWish.Dump(
                                Optional.of("no 'such' database"),
                                BackupWish.DumpFormat.CUSTOM,
                                OptionalInt.empty(),
                                Optional.empty(),
                                BackupWish.Content.ALL,
                                List.of(),
                                List.of()),
                        Where.USUAL)
                .run();
        assertThat(outcome.done()).isFalse();
        assertThat(outcome.message()).contains("nothing of it is kept");
        try (Stream<Path> files = Files.list(dumps())) {
            assertThat(files).isEmpty();
        }
    }

    /** What it starts sees a small file system in the dumps' place. */
    private Host withLittleRoom() {
        LocalHost host = host();
        return new Host() {
            @Override
            public String name() {
                return host.name();
            }

            @Override
            public Ran run(Script script) throws FaultException {
                if (!script.text().contains("setsid")) {
                    return host.run(script);
                }
                String mount = "mount -t tmpfs -o size=2m tmpfs \"$1\" && exec sh -c \"$2\"";
                return host.run(new Script(
                        ShellWords.join(
                                List.of("unshare", "-m", "sh", "-c", mount, "sh", dumps().toString(), script.text())),
                        script.patience()));
            }

            @Override
            public Ran stream(Script script, Consumer<byte[]> output) throws FaultException {
                return host.stream(script, output);
            }

            @Override
            public void close() {
                host.close();
            }
        };
    }

    @Test
    void aFullDiskIsToldAndLeavesNothing(SharedLabs labs) throws Exception {
        PostgresServer server = shop(labs);
        Ran allowed = host().run(Script.of("unshare -m mount -t tmpfs tmpfs /mnt"));
        Assumptions.assumeTrue(allowed.isFine(), "no small file system can be mounted here: " + allowed.error());
        Files.createDirectories(dumps());
        BackupDesk desk = desk(server, withLittleRoom());
        List<String> steps = new ArrayList<>();
        Outcome outcome = desk.make(BackupWish.Base.usual(), Where.USUAL).run(steps::add);
        assertThat(outcome.done()).isFalse();
        assertThat(outcome.message()).contains("nothing of it is kept");
        assertThat(String.join("\n", steps)).contains("No space left on device");
    }

    @Test
    void whatIsCancelledLeavesNothing(SharedLabs labs) throws Exception {
        PostgresServer server = shop(labs);
        try (Connection blocker = server.connect("postgres", "blocker", "shop");
                Statement lock = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            lock.execute("LOCK TABLE orders");
            done(desk(server).make(BackupWish.Dump.usual(), new Where(Optional.empty(), Optional.empty(), true)));
            Jobs jobs = new Jobs(host(), Clock.systemUTC());
            Job job = jobs.list().getFirst();
            Path part = dumps().resolve("." + job.id() + ".part");
            Patience.until(Duration.ofSeconds(30), "its first file", () -> Files.exists(part));
            jobs.cancel(job.id());
            assertThat(jobs.find(job.id()).orElseThrow().cancelled()).isTrue();
            assertThat(dumps()).isEmptyDirectory();
        }
    }

    @Test
    void itGoesOnWithoutTheConsole(SharedLabs labs) throws Exception {
        BackupDesk desk = desk(shop(labs));
        Where detached = new Where(Optional.empty(), Optional.empty(), true);
        done(desk.make(BackupWish.Dump.usual(), detached));
        Jobs found = new Jobs(host(), Clock.systemUTC());
        Job job = found.list().getFirst();
        assertThat(job.what()).startsWith("pg_dump of shop as ");
        found.follow(job.id(), 0, bytes -> {});
        assertThat(found.find(job.id()).orElseThrow().exit()).isEqualTo(OptionalInt.of(0));
        assertThat(only(".dump")).exists();
    }

    @Test
    void aDumpGoesIntoABucket(SharedLabs labs) throws Exception {
        Debian.needs("rclone");
        PostgresServer server = shop(labs);
        try (S3Server s3 = S3Server.start("saved")) {
            Map<String, String> variables = new HashMap<>(s3.variables());
            variables.put("XDG_STATE_HOME", home.resolve("state").toString());
            variables.put("TMPDIR", home.toString());
            BackupDesk desk = desk(server, new LocalHost(variables));
            String address = "s3://saved/it's here";
            String said =
                    done(desk.make(BackupWish.Dump.usual(), new Where(Optional.empty(), Optional.of(address), false)));
            assertThat(said).contains("sending it to " + address);
            Backup listed = new Reading()
                    .of(variables, new BackupSource.Dumps(HostSpec.LOCAL, address))
                    .backups()
                    .getFirst();
            assertThat(listed.database()).contains("shop");
            assertThat(listed.proof().orElseThrow().good()).isTrue();
        }
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left.map(one -> one.getFileName().toString())).containsExactly("state");
        }
    }

    @Test
    void aRedisWritesItsFileAnewAndTheCopyIsRead(SharedLabs labs) throws Exception {
        Debian.needs("redis-check-rdb");
        RedisServer redis = labs.lab(LabPlan.primaryOnly(LabPlan.NEWEST).withRedis())
                .redis()
                .getFirst();
        redis.ask("SET saved:now yes");
        Target target = target(
                Engine.REDIS,
                redis.port(),
                "0",
                List.of(new BackupSource.RedisDumps(HostSpec.LOCAL, dumps().toString())));
        var connected = new dev.watchkeeper.redis.connect.RedisServer(target, Passwords.none());
        open.add(connected);
        BackupDesk desk = new BackupDesk(
                target,
                name -> host(),
                Passwords.none(),
                MakeBackupTest::noPostgres,
                () -> connected,
                Clock.systemUTC());

        done(desk.make(new BackupWish.Rdb(), Where.USUAL));

        Path file = only(".rdb");
        assertThat(output("redis-check-rdb", file.toString())).contains("RDB looks OK");
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("saved:now");
        damage(file);
        BackupSource source = new BackupSource.RedisDumps(HostSpec.LOCAL, dumps().toString());
        assertThat(desk.verify(backup(source, file.getFileName().toString(), BackupKind.RDB), false)
                        .run()
                        .done())
                .isFalse();
        redis.ask("DEL saved:now");
    }
}
