package dev.watchkeeper.hosts.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.ShellWords;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts on Debian's OpenSSH. */
@SuppressWarnings("NullAway.Init") // set before each test
class SshHostTest {
    @TempDir
    private Path folder;

    private SshSetting setting;

    @BeforeEach
    void begin() throws IOException, SQLException {
        setting = new SshSetting(folder);
        setting.key("id_ed25519", "ed25519", "");
        setting.trustServer();
    }

    @AfterEach
    void end() throws IOException {
        setting.close();
    }

    @Test
    void runsAScriptAndTellsAllThatBecameOfIt() throws FaultException {
        try (SshHost host = setting.host()) {
            Ran ran = host.run(Script.of("whoami; echo trouble >&2; cat; exit 7"));
            assertThat(ran.text()).isEqualTo(setting.server().user() + "\n");
            assertThat(ran.error()).isEqualTo("trouble");
            assertThat(ran.exit()).isEqualTo(7);
            assertThat(host.run(Script.of("kill -9 $$")).exit()).isEqualTo(128 + 9);
        }
    }

    @Test
    void carriesEveryWordAsItIs() throws FaultException {
        List<String> words =
                List.of("a b", "", "it's", "\"$HOME\" `id` $(id)", "new\nline; rm", "\\", "Größe 数据 🐘", "-n", "*");
        try (SshHost host = setting.host()) {
            Ran ran =
                    host.run(Script.of("for one in " + ShellWords.join(words) + "; do printf '%s\\0' \"$one\"; done"));
            assertThat(List.of(ran.text().split("\0", -1)))
                    .startsWith(words.toArray(String[]::new))
                    .hasSize(words.size() + 1);
        }
    }

    @Test
    void streamsWithoutALimit() throws FaultException {
        AtomicLong bytes = new AtomicLong();
        try (SshHost host = setting.host()) {
            Ran ran = host.stream(
                    Script.of("head -c 100000000 /dev/zero; head -c 1000000 /dev/zero >&2"),
                    chunk -> bytes.addAndGet(chunk.length));
            assertThat(ran.isFine()).isTrue();
        }
        assertThat(bytes.get()).isEqualTo(100_000_000L);
    }

    @Test
    void runsManyAtTheSameTimeMoreThanOneConnectionMayHave() throws Exception {
        setting.open(folder);
        try (SshHost host = setting.host();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Path gate = folder.resolve("gate");
            List<Callable<String>> work = new ArrayList<>();
            for (int i = 0; i < 14; i++) {
                String number = Integer.toString(i);
                work.add(() -> host.run(Script.of("while [ ! -e " + ShellWords.quote(gate.toString())
                                + " ]; do sleep 0.05; done; echo " + number))
                        .text());
            }
            List<Future<String>> running = work.stream().map(threads::submit).toList();
            assertThat(host.run(Script.of("echo beside them")).text()).isEqualTo("beside them\n");
            Files.createFile(gate);
            for (int i = 0; i < running.size(); i++) {
                assertThat(running.get(i).get()).isEqualTo(i + "\n");
            }
        }
    }

    @Test
    void endsWhatTakesTooLongOnTheHostToo() throws FaultException {
        Path pid = folder.resolve("pid");
        setting.open(folder);
        try (SshHost host = setting.host()) {
            Script slow = new Script(
                    "echo $$ > " + ShellWords.quote(pid.toString()) + "; sleep 600 | cat", Duration.ofSeconds(2));
            assertThat(fault(() -> host.run(slow)).kind()).isEqualTo(FaultKind.TIMEOUT);
            setting.until(
                    "the script has ended",
                    () -> host.run(Script.of("kill -0 $(cat " + ShellWords.quote(pid.toString()) + ") 2>/dev/null"))
                                    .exit()
                            != 0);
        }
    }

    @Test
    void tellsOfACutAndIsBackAtOnce() throws Exception {
        CompletableFuture<String> begun = new CompletableFuture<>();
        try (SshHost host = setting.host();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Fault> cut = threads.submit(() -> fault(() -> host.stream(
                    Script.of("echo $$; exec sleep 600"), chunk -> begun.complete(new String(chunk, UTF_8)))));
            String process = begun.join();
            setting.server().cut();
            assertThat(cut.get().kind()).isEqualTo(FaultKind.UNREACHABLE);
            assertThat(cut.get().message()).contains("was cut");
            assertThat(host.run(Script.of("kill " + process)).isFine()).isTrue();
        }
    }

    @Test
    void noticesALineThatIsDead() throws Exception {
        CompletableFuture<String> begun = new CompletableFuture<>();
        try (SshHost host = setting.host();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Fault> dead = threads.submit(() -> fault(() -> host.stream(
                    Script.of("echo $$; exec sleep 600"), chunk -> begun.complete(new String(chunk, UTF_8)))));
            String process = begun.join();
            setting.server().freeze();
            assertThat(dead.get().kind()).isEqualTo(FaultKind.UNREACHABLE);
            assertThat(host.run(Script.of("kill " + process)).isFine()).isTrue();
        }
    }

    @Test
    void isInterruptedWithoutLeavingAnythingBehind() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        // nobody else sleeps for just so long
        String seconds = "6000" + ProcessHandle.current().pid();
        try (SshHost host = setting.host();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> running = threads.submit(
                    () -> host.stream(Script.of("echo on; exec sleep " + seconds), chunk -> begun.countDown()));
            begun.await();
            running.cancel(true);
            setting.until(
                    "nothing sleeps",
                    () -> host.run(Script.of("ps -A -o args= | grep -c '^sleep " + seconds + "$'"))
                            .text()
                            .equals("0\n"));
        }
    }

    @Test
    void saysWhatIsWrongWhenNobodyListens() throws IOException {
        setting.server().stop();
        try (SshHost host = setting.host()) {
            assertThat(fault(() -> host.run(Script.of("true"))).message())
                    .isEqualTo("it (127.0.0.1) port " + setting.server().port()
                            + " can't be reached over SSH: nobody listens on port "
                            + setting.server().port());
        }
    }

    /** Whoever has a noisy start-up file gets clean output all the same. */
    @Test
    void leavesOutWhatALoginShellSays() throws IOException, SQLException, FaultException {
        setting.close();
        setting = new SshSetting(folder.resolve("again"), "ForceCommand sh -c 'echo noise; echo noise >&2; /bin/sh'");
        setting.key("id_ed25519", "ed25519", "");
        setting.trustServer();
        try (SshHost host = setting.host()) {
            Ran ran = host.run(Script.of("echo clean"));
            assertThat(ran.text()).isEqualTo("clean\n");
            assertThat(ran.error()).isEmpty();
        }
    }

    private static Fault fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(FaultException.class, work).fault();
    }

    @Test
    void tellsWhatALoginShellSaysThatRunsNothing() throws IOException, SQLException {
        for (String refusing :
                new String[] {"echo 'This account is not available.'; exit 1", "exec rbash -c \"$SSH_ORIGINAL_COMMAND\""
                }) {
            Path own = folder.resolve("refusing" + refusing.length());
            try (SshSetting refused = new SshSetting(own, "ForceCommand " + refusing)) {
                refused.key("id_ed25519", "ed25519", "");
                refused.trustServer();
                try (SshHost there = refused.host()) {
                    FaultException e =
                            catchThrowableOfType(FaultException.class, () -> there.run(Script.of("echo in")));
                    assertThat(e.fault().kind()).isEqualTo(FaultKind.DENIED);
                    assertThat(e.fault().message())
                            .contains("its login shell does not run /bin/sh: ")
                            .containsAnyOf("This account is not available", "restricted");
                }
            }
        }
    }

    @Test
    void whatCameBeforeACutIsPassedOnBeforeThatIsTold() throws FaultException {
        CountDownLatch told = new CountDownLatch(1);
        AtomicLong late = new AtomicLong();
        try (SshHost host = setting.host()) {
            FaultException e = catchThrowableOfType(
                    FaultException.class,
                    () -> host.stream(Script.of("echo first; exec sleep 60"), chunk -> {
                        setting.server().cut();
                        late.addAndGet(isOverWithin(told, Duration.ofMillis(500)) ? 1 : 0);
                    }));
            told.countDown();
            assertThat(e.fault().kind()).isEqualTo(FaultKind.UNREACHABLE);
            assertThat(late).hasValue(0);
        }
    }

    private static boolean isOverWithin(CountDownLatch latch, Duration limit) {
        try {
            return latch.await(limit.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
