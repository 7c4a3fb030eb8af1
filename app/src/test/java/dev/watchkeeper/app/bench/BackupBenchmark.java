package dev.watchkeeper.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.backup.make.BackupDesk;
import dev.watchkeeper.backup.make.BackupWish;
import dev.watchkeeper.backup.make.Where;
import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.ShellWords;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.debian.DebianTools;
import dev.watchkeeper.lab.testing.Debian;
import dev.watchkeeper.postgres.connect.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A dump and a base backup of half a GB through the console against the bare command on the same host: until all is saved. That
 * it is read back after that comes on top, and is told beside it.
 */
class BackupBenchmark {
    private static final int ROUNDS = 3;
    private static final int TOOLS = 15;

    @TempDir
    private Path folder;

    private interface Timed {
        double seconds() throws Exception;
    }

    @Test
    void throughTheConsoleAgainstTheBareCommand() throws Exception {
        Debian.needs("pg_dump", "pg_basebackup", "pg_verifybackup");
        try (Lab lab = Lab.start(LabPlan.primaryOnly(TOOLS));
                Connection connection = lab.primary().connect();
                Statement statement = connection.createStatement();
                PostgresServer server =
                        new PostgresServer(SessionsBenchmark.target(lab, "postgres"), Passwords.none())) {
            statement.execute("create table much as select i, md5(i::text) as a, md5((i + 1)::text) as b"
                    + " from generate_series(1, 4000000) as i");
            statement.execute("checkpoint");
            compare(
                    "a dump",
                    server.target(),
                    List.of("pg_dump", "--format=custom", "--verbose", "--no-password"),
                    "-f",
                    () -> console(server, BackupWish.Dump.usual()));
            compare(
                    "a base backup",
                    server.target(),
                    List.of(
                            "pg_basebackup",
                            "--format=plain",
                            "--wal-method=stream",
                            "--checkpoint=fast",
                            "--progress",
                            "--no-password"),
                    "-D",
                    () -> console(server, BackupWish.Base.usual()));
        }
    }

    private void compare(String what, Target target, List<String> command, String to, Timed console) throws Exception {
        double[] bare = new double[ROUNDS];
        double[] through = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            bare[round] = bare(target, command, to);
            through[round] = console.seconds();
        }
        Arrays.sort(bare);
        Arrays.sort(through);
        Findings.say(String.format(
                "backups: %s takes %.2f s bare, %.2f s through the console until it is saved",
                what, bare[0], through[0]));
        Findings.report(what + " through the console / the bare command", through[0] / bare[0], 1.05, "x");
    }

    private double bare(Target target, List<String> command, String to) throws Exception {
        Path result = folder.resolve("bare");
        List<String> words = new ArrayList<>(command);
        words.set(0, DebianTools.find(command.getFirst()).orElseThrow().toString());
        words.addAll(List.of(to, result.toString()));
        String variables = "export PGHOST=127.0.0.1 PGPORT="
                + target.endpoint().hosts().getFirst().port() + " PGUSER=postgres PGDATABASE=shop\n";
        long begun = System.nanoTime();
        Ran ran =
                host().run(new Script(variables + ShellWords.join(words) + " >/dev/null 2>&1", Duration.ofMinutes(5)));
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(ran.isFine()).isTrue();
        host().run(Script.of("rm -rf " + ShellWords.quote(result.toString())));
        return seconds;
    }

    private double console(PostgresServer server, BackupWish wish) throws Exception {
        Path place = folder.resolve("console");
        BackupDesk desk = new BackupDesk(
                server.target(),
                name -> host(),
                Passwords.none(),
                () -> server,
                () -> {
                    throw new IllegalStateException("this is no Redis");
                },
                Clock.systemUTC());
        Action action = desk.make(wish, new Where(Optional.of("local"), Optional.of(place.toString()), false));
        // as from the confirmation on
        long begun = System.nanoTime();
        double[] saved = new double[1];
        boolean done = action.run(step -> {
                    if (step.contains(" saved; ")) {
                        saved[0] = (System.nanoTime() - begun) / 1e9;
                    }
                })
                .done();
        assertThat(done).isTrue();
        double all = (System.nanoTime() - begun) / 1e9;
        Findings.say(String.format("backups: read back and checked after %.2f s", all));
        host().run(Script.of("rm -rf " + ShellWords.quote(place.toString())));
        assertThat(Files.exists(place)).isFalse();
        return saved[0];
    }

    private LocalHost host() {
        return new LocalHost(Map.of("XDG_STATE_HOME", folder.resolve("state").toString()));
    }
}
