package dev.watchkeeper.backup.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.ShellWords;
import dev.watchkeeper.hosts.jobs.Job;
import dev.watchkeeper.hosts.jobs.JobOrder;
import dev.watchkeeper.hosts.jobs.Jobs;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.lab.testing.Debian;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
                "bill'ing", "echo \"begun by ${scheduled:-hand}\"", Optional.of(new Secret("not in a file")));
        schedules.write(order, "0 2 30 2 *");
        Schedule found = schedules.list().stream()
                .filter(one -> one.when().equals("0 2 30 2 *") && one.ownId().isPresent())
                .findFirst()
                .orElseThrow();
        String id = found.ownId().orElseThrow();
        try {
            // what cron makes of the line
            String command = found.command().replace("\\%", "%");
            assertThat(host.run(Script.of("sh -c " + ShellWords.quote(command))).isFine())
                    .isTrue();
            Jobs jobs = new Jobs(host, Clock.systemUTC());
            Job job = jobs.list().getFirst();
            jobs.follow(job.id(), 0, bytes -> {});
            assertThat(jobs.find(job.id()).orElseThrow().lastWords()).isEqualTo("begun by yes");
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
}
