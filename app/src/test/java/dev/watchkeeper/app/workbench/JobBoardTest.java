package dev.watchkeeper.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.jobs.Job;
import dev.watchkeeper.hosts.jobs.JobOrder;
import dev.watchkeeper.hosts.jobs.Jobs;
import dev.watchkeeper.kernel.fault.FaultException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs on several hosts, of which some may be one machine under several names. */
class JobBoardTest {
    @TempDir
    private Path home;

    /** This machine under a name. */
    private Host called(String name) {
        Host machine =
                new LocalHost(Map.of("XDG_STATE_HOME", home.resolve("state").toString()));
        return new Host() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Ran run(Script script) throws FaultException {
                return machine.run(script);
            }

            @Override
            public Ran stream(Script script, Consumer<byte[]> output) throws FaultException {
                return machine.stream(script, output);
            }

            @Override
            public void close() {
                machine.close();
            }
        };
    }

    @Test
    void aMachineWithSeveralNamesTellsOfAJobOnceUnderTheNameByWhichItWasBegun() throws FaultException {
        String id = new Jobs(called("backup-1"), Clock.systemUTC())
                .start(new JobOrder("nothing much", "shop", "exit 0", Optional.empty()));
        JobBoard board = new JobBoard(
                List.of("bastion", "backup-1", "backups"),
                this::called,
                job -> {
                    throw new IllegalStateException("nobody wants to end " + job.id());
                },
                Clock.systemUTC());
        assertThat(board.look().jobs()).extracting(Job::id).containsExactly(id);
        assertThat(board.look().jobs()).extracting(Job::host).containsExactly("backup-1");
    }
}
