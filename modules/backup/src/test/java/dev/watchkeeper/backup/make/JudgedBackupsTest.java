package dev.watchkeeper.backup.make;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.site.Desks;
import dev.watchkeeper.backup.site.Reading;
import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.debian.DebianTools;
import dev.watchkeeper.lab.testing.Debian;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Backups that the console did not make: what is good is not called broken, whoever wrote it and however it is packed. */
@ExtendWith(LabExtension.class)
class JudgedBackupsTest {
    @TempDir
    private Path home;

    private int port;

    private Map<String, String> variables() {
        return Map.of("XDG_STATE_HOME", home.resolve("state").toString());
    }

    private BackupSource dumps() {
        return new BackupSource.Dumps(HostSpec.LOCAL, home.resolve("saved").toString());
    }

    private BackupSource bases() {
        return new BackupSource.BaseBackups(
                HostSpec.LOCAL, home.resolve("saved").toString(), Optional.empty());
    }

    /** Runs a line of shell in the folder of backups; {@code $at} are the options that lead to the server. */
    private void saved(SharedLabs labs, String line) throws Exception {
        Debian.needs("pg_dump", "pg_basebackup", "pg_verifybackup", "bzip2", "lz4", "setsid");
        port = labs.primary(15).port();
        Path folder = Files.createDirectories(home.resolve("saved"));
        ProcessBuilder shell = new ProcessBuilder("sh", "-ec", line).directory(folder.toFile());
        shell.environment().put("at", "-h 127.0.0.1 -U postgres -p " + port);
        shell.environment()
                .merge(
                        "PATH",
                        DebianTools.find("pg_verifybackup").orElseThrow().getParent() + ":",
                        (old, more) -> more + old);
        Process process = shell.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s", said).isZero();
    }

    private Backup listed(BackupSource source, String id) throws Exception {
        return new Reading()
                .of(variables(), source).backups().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    /** One where nobody finds a pg_restore. */
    private record Bare(Host host) implements Host {
        @Override
        public String name() {
            return host.name();
        }

        @Override
        public Ran run(Script script) throws FaultException {
            boolean looking = script.text().startsWith("tools=pg_restore\n");
            return looking ? new Ran(0, new byte[0], "") : host.run(script);
        }

        @Override
        public Ran stream(Script script, Consumer<byte[]> output) throws FaultException {
            return host.stream(script, output);
        }

        @Override
        public void close() {
            host.close();
        }
    }

    private Outcome verify(BackupSource source, String id, List<String> said) throws Exception {
        return verify(new LocalHost(variables()), source, id, said);
    }

    private Outcome verify(Host host, BackupSource source, String id, List<String> said) throws Exception {
        Target target = Desks.target("shop", Engine.POSTGRESQL, port, "shop", List.of(source));
        BackupDesk desk = Desks.withoutServers(target, name -> host);
        Backup backup = listed(source, id);
        assertThat(backup.kind()).isNotEqualTo(BackupKind.WAL);
        return desk.verify(backup, false).run(said::add);
    }

    private void isGood(BackupSource source, String id, String how) throws Exception {
        List<String> said = new ArrayList<>();
        assertThat(verify(source, id, said).done()).as("%s: %s", id, said).isTrue();
        assertThat(listed(source, id).proof().orElseThrow().how()).isEqualTo(how);
    }

    @Test
    void howADumpIsPackedItsBytesTell(SharedLabs labs) throws Exception {
        saved(labs, """
                pg_dump $at -d shop | bzip2 >packed.sql.bz2
                pg_dump $at -d shop | gzip >no-ending.sql
                pg_dump $at -d shop -Fc | lz4 -q >custom.dump.old
                """);
        for (String id : List.of("packed.sql.bz2", "no-ending.sql", "custom.dump.old")) {
            isGood(dumps(), id, "list and full read");
        }
    }

    @Test
    void sqlNeedsNoToolToBeRead(SharedLabs labs) throws Exception {
        saved(labs, """
                pg_dump $at -d shop >whole.sql
                head -c 5000 whole.sql >cut.sql
                pg_dump $at -d shop -Fc >custom.dump
                """);
        Host bare = new Bare(new LocalHost(variables()));
        List<String> said = new ArrayList<>();

        assertThat(verify(bare, dumps(), "whole.sql", said).done())
                .as("%s", said)
                .isTrue();
        assertThat(listed(dumps(), "whole.sql").proof().orElseThrow().good()).isTrue();
        assertThat(verify(bare, dumps(), "cut.sql", said).done()).isFalse();
        assertThat(catchThrowableOfType(FaultException.class, () -> verify(bare, dumps(), "custom.dump", said)))
                .hasMessageContaining("no pg_restore");
    }

    @Test
    void aDumpOfAllDatabasesThatEndsWithOneOfThemIsCutOff(SharedLabs labs) throws Exception {
        saved(labs, """
                pg_dumpall $at >all.sql
                awk '{ print } /PostgreSQL database dump complete/ { exit }' all.sql >cut.sql
                """);
        isGood(dumps(), "all.sql", "list and full read");
        assertThat(listed(dumps(), "cut.sql").error()).contains("it breaks off: the end of a dump is missing");
        assertThat(verify(dumps(), "cut.sql", new ArrayList<>()).done()).isFalse();
    }

    @Test
    void aBaseBackupWhoseWalIsInTheArchiveIsGood(SharedLabs labs) throws Exception {
        saved(labs, """
                pg_basebackup $at -c fast -X none -Ft --compress=client-lz4 -D packed
                pg_basebackup $at -c fast -X none -D plain
                """);
        isGood(bases(), "packed", "pg_verifybackup --no-parse-wal");
        isGood(bases(), "plain", "pg_verifybackup --no-parse-wal");
    }

    @Test
    void nothingIsSaidOfABaseBackupWithoutAManifest(SharedLabs labs) throws Exception {
        saved(labs, "pg_basebackup $at -c fast -X none -Ft --no-manifest -D old");
        Outcome outcome = verify(bases(), "old", new ArrayList<>());
        assertThat(outcome.done()).isFalse();
        assertThat(outcome.message()).contains("it can't be judged: it has no backup_manifest");
        assertThat(listed(bases(), "old").proof()).isEmpty();
    }

    @Test
    void aPackedRdbFileAndAnAppendOnlyFolderAreReadByRedisOwnTools(SharedLabs labs) throws Exception {
        Debian.needs("redis-server", "redis-cli", "redis-check-rdb", "redis-check-aof");
        saved(labs, """
                redis-server --port 0 --unixsocket "$PWD/s" --dir "$PWD" --appendonly yes --daemonize yes >/dev/null
                tries=0
                until redis-cli -s s ping >/dev/null 2>&1; do tries=$((tries + 1)); [ $tries -lt 100 ]; sleep 0.1; done
                redis-cli -s s set saved yes
                redis-cli -s s save
                redis-cli -s s shutdown nosave || :
                gzip dump.rdb
                cp -R appendonlydir broken
                echo nonsense >>broken/appendonly.aof.1.incr.aof
                """);
        BackupSource redis = new BackupSource.RedisDumps(
                HostSpec.LOCAL, home.resolve("saved").toString());
        isGood(redis, "dump.rdb.gz", "redis-check-rdb");
        isGood(redis, "appendonlydir", "redis-check-aof");
        assertThat(verify(redis, "broken", new ArrayList<>()).done()).isFalse();
        assertThat(listed(redis, "broken").proof().orElseThrow().good()).isFalse();
    }
}
