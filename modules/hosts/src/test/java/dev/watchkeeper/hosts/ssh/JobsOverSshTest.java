package dev.watchkeeper.hosts.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.hosts.jobs.Job;
import dev.watchkeeper.hosts.jobs.JobFollower;
import dev.watchkeeper.hosts.jobs.JobOrder;
import dev.watchkeeper.hosts.jobs.JobState;
import dev.watchkeeper.hosts.jobs.Jobs;
import dev.watchkeeper.kernel.fault.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of jobs when the line to their host is cut. */
@SuppressWarnings("NullAway.Init") // set before each test
class JobsOverSshTest {
    @TempDir
    private Path folder;

    private SshSetting setting;

    @BeforeEach
    void begin() throws IOException, SQLException {
        setting = new SshSetting(folder, "SetEnv XDG_STATE_HOME=" + folder.resolve("state"));
        setting.key("id_ed25519", "ed25519", "");
        setting.trustServer();
        setting.open(folder);
    }

    @AfterEach
    void end() throws IOException {
        setting.close();
    }

    private String waiting() {
        return "echo begun; until [ -e '" + folder + "/go' ]; do sleep 0.05; done; seq 1 1000; echo ended";
    }

    private static JobOrder order(String task) {
        return new JobOrder("a backup", "billing", task, Optional.empty());
    }

    @Test
    void aCutLineLosesNothingOfWhatAJobSays() throws Exception {
        try (SshHost host = setting.host();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Jobs jobs = new Jobs(host, Clock.systemUTC());
            String id = jobs.start(order(waiting()));
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            List<Fault> cuts = new CopyOnWriteArrayList<>();
            Future<Job> ended =
                    threads.submit(() -> new JobFollower(jobs, said::writeBytes, cuts::add, 30).follow(id, 0));
            setting.until("its first words", () -> said.size() > 0);

            setting.server().cut();
            setting.until("the cut is noticed", () -> !cuts.isEmpty());
            Files.createFile(folder.resolve("go"));

            assertThat(ended.get().state()).isEqualTo(JobState.DONE);
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .startsWith("begun\n1\n2\n")
                    .endsWith("\n999\n1000\nended\n")
                    .hasLineCount(1002);
        }
    }

    @Test
    void aJobIsFoundByWhoComesLater() throws Exception {
        String id;
        try (SshHost host = setting.host()) {
            id = new Jobs(host, Clock.systemUTC()).start(order(waiting()));
        }
        try (SshHost later = setting.host()) {
            Jobs jobs = new Jobs(later, Clock.systemUTC());
            assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(JobState.RUNNING);
            setting.until(
                    "its first words",
                    () -> jobs.find(id).orElseThrow().lastWords().equals("begun"));
            jobs.cancel(id);
            assertThat(jobs.find(id).orElseThrow().cancelled()).isTrue();
        }
    }
}
