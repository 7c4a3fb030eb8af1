package dev.watchkeeper.hosts.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.lab.process.Patience;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // set before each test
class JobsTest {
    @TempDir
    private Path state;

    private Jobs jobs;

    @BeforeEach
    void begin() {
        jobs = new Jobs(new LocalHost(Map.of("XDG_STATE_HOME", state.toString())), Clock.systemUTC());
    }

    @AfterEach
    void end() throws FaultException {
        for (Job job : jobs.list()) {
            if (job.state() == JobState.RUNNING) {
                jobs.cancel(job.id());
            }
        }
    }

    private String start(String task) throws FaultException {
        return jobs.start(new JobOrder("a test", "billing", task, Optional.empty()));
    }

    private String said(String id) throws FaultException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        jobs.follow(id, 0, all::writeBytes);
        return all.toString(StandardCharsets.UTF_8);
    }

    private Job job(String id) throws FaultException {
        return jobs.find(id).orElseThrow();
    }

    private Path folder(String id) {
        return state.resolve("watchkeeper/jobs").resolve(id);
    }

    @Test
    void aJobSaysItAllAndKeepsItsStatus() throws Exception {
        Instant before = Instant.now().minusSeconds(2);
        String id = jobs.start(new JobOrder(
                "saves it's\n“billing”; $(id)",
                "bill'ing",
                "echo first; sleep 0.3; echo 'ünï' >&2; exit 3",
                Optional.empty()));

        assertThat(said(id)).isEqualTo("first\nünï\n");
        Job job = job(id);
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.exit()).isEqualTo(OptionalInt.of(3));
        assertThat(job.cancelled()).isFalse();
        assertThat(job.what()).isEqualTo("saves it's “billing”; $(id)");
        assertThat(job.about()).isEqualTo("bill'ing");
        assertThat(job.lastWords()).isEqualTo("ünï");
        assertThat(job.startedAt().orElseThrow()).isBetween(before, Instant.now());
        assertThat(job.stoppedAt().orElseThrow())
                .isBetween(before, Instant.now().plusSeconds(1));
    }

    @Test
    void goesOnWithoutAnybodyAndIsFollowedFromWhereOneWas() throws Exception {
        String id = start("echo one; until [ -e go ]; do sleep 0.05; done; echo two");
        assertThat(job(id).state()).isEqualTo(JobState.RUNNING);
        Files.createFile(folder(id).resolve("go"));
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        jobs.follow(id, 4, rest::writeBytes);
        assertThat(rest.toString(StandardCharsets.UTF_8)).isEqualTo("two\n");
        assertThat(job(id).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void isCancelledWithAllItsProcesses() throws Exception {
        String id = start("sleep 98761 & sleep 98762 | sleep 98763");
        jobs.cancel(id);
        Job job = job(id);
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.cancelled()).isTrue();
        // told to end, they end in a moment
        Patience.until(
                Duration.ofSeconds(60),
                "all its processes are gone",
                () -> ProcessHandle.allProcesses()
                        .noneMatch(one -> one.info().commandLine().orElse("").matches(".*sleep 9876[123].*")));
        FaultException again = catchThrowableOfType(FaultException.class, () -> jobs.cancel(id));
        assertThat(again.fault().kind()).isEqualTo(FaultKind.CONFLICT);
    }

    @Test
    void aJobOfWhichNobodyKnowsHowItEndedIsLost() throws Exception {
        String id = jobs.start(
                new JobOrder("x", "y", "echo half; exec sleep 98764", Optional.of(new Secret("*:*:*:*:secret"))));
        Patience.until(
                Duration.ofSeconds(60),
                "its first words",
                () -> Files.size(folder(id).resolve("log")) > 0);
        long pid = Long.parseLong(Files.readString(folder(id).resolve("pid")).split(" ", 2)[0]);
        ProcessHandle leader = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = leader.descendants().toList();
        leader.destroyForcibly();
        leader.onExit().get(20, TimeUnit.SECONDS);
        all.forEach(ProcessHandle::destroyForcibly);

        Job job = job(id);
        assertThat(job.state()).isEqualTo(JobState.LOST);
        assertThat(job.exit()).isEmpty();
        assertThat(said(id)).isEqualTo("half\n");
        assertThat(folder(id).resolve("pgpass")).doesNotExist();
        assertThat(catchThrowableOfType(FaultException.class, () -> jobs.cancel(id))
                        .fault()
                        .message())
                .contains("is lost");
    }

    @Test
    void anotherProcessOfTheSameNumberIsNotTheJob() throws Exception {
        String id = start("exit 0");
        said(id);
        // as after a restart of the host: the number belongs to somebody else now
        Files.delete(folder(id).resolve("exit"));
        Files.writeString(folder(id).resolve("pid"), ProcessHandle.current().pid() + " 1\n");
        assertThat(job(id).state()).isEqualTo(JobState.LOST);
        assertThat(catchThrowableOfType(FaultException.class, () -> jobs.cancel(id))
                        .fault()
                        .kind())
                .isEqualTo(FaultKind.CONFLICT);
    }

    @Test
    void afterARestartOfTheHostNobodyTouchesWhoeverLooksLikeTheJob() throws Exception {
        String id = start("exec sleep 98765");
        String boot = Files.readString(folder(id).resolve("boot"));
        Files.writeString(folder(id).resolve("boot"), "another\n");
        assertThat(job(id).state()).isEqualTo(JobState.LOST);
        assertThat(catchThrowableOfType(FaultException.class, () -> jobs.cancel(id))
                        .fault()
                        .message())
                .contains("is lost");
        assertThat(said(id)).isEmpty();
        Files.writeString(folder(id).resolve("boot"), boot);
        assertThat(job(id).state()).isEqualTo(JobState.RUNNING);
        jobs.cancel(id);
    }

    @Test
    void passwordsAreForTheOwnerOnlyAndGoWithTheJob() throws Exception {
        String secret = "*:*:*:*:p\\:w'\"$(id)`\\\\";
        String id = jobs.start(new JobOrder(
                "x",
                "y",
                "cat \"$PGPASSFILE\"; stat -c %a \"$PGPASSFILE\" \"$job\"; cat task",
                Optional.of(new Secret(secret))));
        assertThat(said(id)).startsWith(secret + "\n600\n700\n");
        assertThat(folder(id).resolve("pgpass")).doesNotExist();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder(id).resolve("log"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(folder(id).resolve("task"))).doesNotContain("p\\:w");
    }

    @Test
    void muchOutputWithoutALineBreakHurtsNobody() throws Exception {
        String id = start("head -c 50000000 /dev/zero | tr '\\0' x");
        assertThat(said(id)).hasSize(50_000_000);
        Job job = job(id);
        assertThat(job.logBytes()).isEqualTo(50_000_000);
        assertThat(job.lastWords().length()).isLessThanOrEqualTo(2000);
    }

    @Test
    void theNewestComesFirst() throws Exception {
        List<String> ids = List.of(start("exit 0"), start("exit 1"));
        assertThat(jobs.list()).extracting(Job::id).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(jobs.find("20000101-000000-000000")).isEmpty();
        assertThat(catchThrowableOfType(FaultException.class, () -> said("20000101-000000-000000"))
                        .fault()
                        .message())
                .contains("there is no job");
    }

    @Test
    void aHostWithoutRoomSaysSo() throws Exception {
        Files.writeString(state.resolve("watchkeeper"), "in the way");
        FaultException e = catchThrowableOfType(FaultException.class, () -> start("exit 0"));
        assertThat(e.fault().message()).contains("can't be started on local");
        Files.delete(state.resolve("watchkeeper"));
    }
}
