package dev.watchkeeper.backup.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.ShellWords;
import dev.watchkeeper.hosts.jobs.Job;
import dev.watchkeeper.hosts.jobs.JobOrder;
import dev.watchkeeper.hosts.jobs.Jobs;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.lab.testing.Debian;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The crontab of whoever runs the tests: left as it was. */
class SchedulesTest {
    @TempDir
    private Path home;

    @Test
    void aJobIsWrittenRunAndTakenAway() throws Exception {
        Debian.needs("crontab", "setsid");
        LocalHost host = new LocalHost(
                Map.of("XDG_STATE_HOME", home.resolve("it's 100 % mine").toString()));
        Schedules schedules = new Schedules(host);
        String before = host.run(Script.of("crontab -l 2>/dev/null")).text();
        JobOrder order = new JobOrder(
                "a % dump",
                "bill'ing", "echo \"begun by ${scheduled:-hand}\"; exit 7", Optional.of(new Secret("not in a file")));
        schedules.write(order, CronTime.of("0 2 30 2 *"), Keeper.CRON);
        Schedule found = schedules.read(Instant.now()).schedules().stream()
                .filter(one -> one.when().equals("0 2 30 2 *") && one.ownId().isPresent())
                .findFirst()
                .orElseThrow();
        String id = found.ownId().orElseThrow();
        try {
            // what cron makes of the line
            String command = found.command().replace("\\%", "%");
            assertThat(host.run(Script.of("env -i PATH=\"$PATH\" HOME=/nowhere sh -c " + ShellWords.quote(command)))
                            .isFine())
                    .isTrue();
            Jobs jobs = new Jobs(host, Clock.systemUTC());
            Job job = jobs.list().getFirst();
            jobs.follow(job.id(), 0, bytes -> {});
            assertThat(jobs.find(job.id()).orElseThrow().lastWords()).isEqualTo("begun by " + id);
            assertThat(read(schedules, id).last().orElseThrow().trouble()).contains("status 7");
            assertThat(found.what()).isEqualTo("bill'ing: a % dump");
            assertThat(Files.readString(home.resolve("it's 100 % mine/watchkeeper/schedules/" + id + ".sh")))
                    .doesNotContain("not in a file");
        } finally {
            schedules.remove(id);
        }
        assertThat(host.run(Script.of("crontab -l 2>/dev/null")).text()).isEqualTo(before);
        assertThat(catchThrowableOfType(FaultException.class, () -> schedules.remove(id))
                        .fault()
                        .kind())
                .isEqualTo(FaultKind.CONFLICT);
    }

    private static Schedule read(Schedules schedules, String id) throws FaultException {
        return schedules.read(Instant.now()).schedules().stream()
                .filter(one -> one.ownId().equals(Optional.of(id)))
                .findFirst()
                .orElseThrow();
    }

    /** No systemd runs where tests run: its own checker reads the units, a stand-in for systemctl only takes them. */
    @Test
    void aTimerIsWrittenAsSystemdReadsIt() throws Exception {
        Debian.needs("systemd-analyze", "setsid");
        Path tools = Files.createDirectories(home.resolve("tools"));
        tool(tools, "systemctl", "echo \"$*\" >>\"$CALLS\"; case $* in *NextElapse*) echo Tue 02:00 ;; esac");
        tool(tools, "id", "[ \"$1\" = -u ] && echo 4711 || echo someone");
        tool(tools, "loginctl", "echo yes");
        Path calls = home.resolve("calls");
        Path units = home.resolve("config/systemd/user");
        LocalHost host = new LocalHost(Map.of(
                "PATH", tools + ":" + System.getenv("PATH"),
                "CALLS", calls.toString(),
                "XDG_CONFIG_HOME", home.resolve("config").toString(),
                "XDG_STATE_HOME", home.resolve("it's \"100\" % $HOME\\").toString()));
        Schedules schedules = new Schedules(host);
        JobOrder order = new JobOrder("a % dump", "bill'ing", "exit 7", Optional.empty());
        String line = schedules.write(order, CronTime.of("0 2 1 * mon"), Keeper.TIMER);
        assertThat(line).matches("watchkeeper-[0-9a-f-]+\\.timer, next Tue 02:00");
        String timer = line.substring(0, line.indexOf(','));
        assertThat(Files.readString(calls)).contains("--user daemon-reload", "--user --quiet enable --now " + timer);
        assertThat(Files.readString(units.resolve(timer)))
                .contains("OnCalendar=*-*-01 02:00:00\nOnCalendar=Mon *-*-* 02:00:00\n")
                .contains("Description=watchkeeper, bill'ing: a %% dump\n");
        Ran verified = host.run(
                Script.of("cd " + ShellWords.quote(units.toString()) + " && systemd-analyze verify ./" + timer));
        assertThat(verified.error()).isEmpty();
        assertThat(verified.isFine()).isTrue();
        // what systemd makes of the line that it is to run
        String unit = Files.readString(units.resolve(timer.replace(".timer", ".service")));
        String script = unit.replaceAll("(?s).*ExecStart=/bin/sh \"(.*)\" wait\n.*", "$1")
                .replace("%%", "%")
                .replace("$$", "$")
                .replaceAll("\\\\(.)", "$1");
        Ran ran = host.run(Script.of("/bin/sh " + ShellWords.quote(script) + " wait"));
        assertThat(ran.exit()).as("it ends as the job did").isEqualTo(7);
        String id = timer.replaceAll("watchkeeper-|\\.timer", "");
        schedules.remove(id);
        assertThat(units).isEmptyDirectory();
        assertThat(Files.readString(calls)).contains("--user --quiet disable --now " + timer);
        assertThat(Path.of(script)).doesNotExist();
    }

    private static void tool(Path folder, String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
