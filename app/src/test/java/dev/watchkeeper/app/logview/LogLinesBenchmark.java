package dev.watchkeeper.app.logview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.bench.Findings;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.app.serverlog.Gravity;
import dev.watchkeeper.app.serverlog.RawLine;
import dev.watchkeeper.app.serverlog.RawLog;
import dev.watchkeeper.app.serverlog.RawLogProbe;
import dev.watchkeeper.app.serverlog.RawView;
import dev.watchkeeper.app.shell.FxThread;
import dev.watchkeeper.app.shell.Theme;
import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.jobs.Job;
import dev.watchkeeper.hosts.jobs.JobFollower;
import dev.watchkeeper.hosts.jobs.JobOrder;
import dev.watchkeeper.hosts.jobs.Jobs;
import dev.watchkeeper.hosts.logs.HostLog;
import dev.watchkeeper.hosts.logs.RedisLog;
import dev.watchkeeper.hosts.ssh.SshHome;
import dev.watchkeeper.hosts.ssh.SshHosts;
import dev.watchkeeper.hosts.ssh.SshPerson;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.log.LogPlace;
import dev.watchkeeper.lab.debian.SshdServer;
import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.process.Tool;
import dev.watchkeeper.lab.testing.Debian;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/**
 * What following costs the window: 100 MB of a log over OpenSSH into the lines that are shown, and a job that writes 1 GB,
 * while it is measured how long a task waits for the FX thread.
 */
@ExtendWith(WindowExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
class LogLinesBenchmark {
    private static final int ROUNDS = 3;
    private static final long SIZE = 100L << 20;
    private static final long JOB = 1L << 30;

    @TempDir
    private Path home;

    private final List<Double> shown = new CopyOnWriteArrayList<>();
    private LinesView view;
    private RawLog log;

    @Start
    void start(Stage stage) {
        FxThread fx = new FxThread();
        view = new LinesView(fx::later, Gravity::ofPostgres);
        Consumer<RawView> door = fx.latest(news -> {
            long begun = cpu();
            view.show(news);
            shown.add((cpu() - begun) / 1e6);
        });
        log = new RawLog(door);
        VBox.setVgrow(view, Priority.ALWAYS);
        Scene scene = new Scene(new VBox(view), 990, 900);
        new Theme(Theme.Choice.LIGHT).dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    /** Of the FX thread alone: what else runs on the machine does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void aHundredMegabytesOfALog(FxRobot robot) throws Exception {
        try (Ssh ssh = new Ssh(home)) {
            Path file = ssh.folder().resolve("server.log");
            Files.writeString(file, "begun\n");
            RawLogProbe probe = new RawLogProbe(
                    new HostLog(ssh.host(), new RedisLog(() -> new RedisLog.Clues(file.toString(), "/", 0))),
                    log,
                    Clock.systemUTC());
            probe.read();
            FxDelays idle = FxDelays.during(() -> Thread.sleep(Duration.ofSeconds(6)));
            FxDelays streaming = FxDelays.none();
            double seconds = 0;
            for (int round = 0; round <= ROUNDS; round++) {
                if (round == 1) { // the first is for the compiler
                    streaming = FxDelays.none();
                    seconds = 0;
                    shown.clear();
                }
                long lines = grow(file);
                long wanted = log.view().read() + lines;
                long begun = System.nanoTime();
                streaming = streaming.and(FxDelays.during(() -> {
                    while (!probe.read().value().complete()) {
                        // at most 16 MB at once
                    }
                }));
                seconds += (System.nanoTime() - begun) / 1e9;
                RawView all = log.view();
                assertThat(all.read()).isEqualTo(wanted);
                assertThat(all.lines()).hasSize(RawLog.MOST);
            }
            Findings.say("log lines: 100 MB over SSH in %.1f s; a task waits for the FX thread %s, else %s"
                    .formatted(seconds / ROUNDS, streaming.words(), idle.words()));
            FxDelays work = new FxDelays(shown);
            Findings.say("log lines: %d times shown meanwhile, FX thread's own time %s"
                    .formatted(shown.size(), work.words()));
            Findings.report("FX thread's own time to show news of a log, median", work.percentile(50), 16, "ms");
            Findings.report(
                    "a task's wait for the FX thread while 100 MB of log stream in, median",
                    streaming.percentile(50),
                    5,
                    "ms");
            Findings.report("the same, 95 %", streaming.percentile(95), 50, "ms");
        }
    }

    /** @return how many lines were added */
    private static long grow(Path file) throws IOException {
        StringBuilder block = new StringBuilder();
        int lines = 0;
        while (block.length() < 1 << 20) {
            block.append(
                            "2026-11-30 23:59:59.123 UTC [4711] app_rw@shop LOG:  duration: 812.345 ms  statement: select * from"
                                    + " orders where customer = ")
                    .append(lines++)
                    .append(" and state <> 'paid'\n");
        }
        byte[] bytes = block.toString().getBytes(StandardCharsets.UTF_8);
        int blocks = (int) (SIZE / bytes.length);
        for (int i = 0; i < blocks; i++) {
            Files.write(file, bytes, StandardOpenOption.APPEND);
        }
        return (long) lines * blocks;
    }

    @Test
    void aJobThatWritesAGigabyte(FxRobot robot) throws Exception {
        try (Ssh ssh = new Ssh(home)) {
            Jobs jobs = new Jobs(ssh.host(), Clock.systemUTC());
            String task =
                    "yes '" + "0123456789abcdef".repeat(6) + "' | head -c " + (JOB - 9) + "; echo; printf 'the end\\n'";
            log.begin(new LogPlace(Optional.of("it"), "log", "job", ""), true);
            long[] bytes = new long[1];
            resetPeaks();
            long begun = System.nanoTime();
            String id = jobs.start(new JobOrder("much", "bench", task, Optional.empty()));
            Job[] ended = new Job[1];
            FxDelays delays = FxDelays.during(() -> ended[0] = new JobFollower(
                            jobs,
                            piece -> {
                                bytes[0] += piece.length;
                                log.take(piece);
                            },
                            fault -> {},
                            3)
                    .follow(id, 0));
            double seconds = (System.nanoTime() - begun) / 1e9;
            RawView all = log.view();
            assertThat(ended[0].exit()).hasValue(0);
            assertThat(bytes[0]).isEqualTo(JOB);
            assertThat(all.lines()).hasSizeLessThanOrEqualTo(RawLog.MOST);
            assertThat(all.lines().getLast().text()).isEqualTo("the end");
            Findings.say("a job's 1 GB followed in %.1f s, its last line is right; a task waits for the FX thread %s"
                    .formatted(seconds, delays.words()));
            Findings.report(
                    "heap after a collection, with 100,000 of its lines kept", usedAfterCollection(), 150, "MB");
            Findings.say("peak of the heap: %.0f MB of %d MB"
                    .formatted(peak(), Runtime.getRuntime().maxMemory() >> 20));
        }
    }

    @Test
    void aJobWithoutALineBreak(FxRobot robot) {
        log.begin(new LogPlace(Optional.of("it"), "log", "job", ""), true);
        byte[] piece = "x".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
        FxDelays delays = FxDelays.during(() -> {
            for (int i = 0; i < 3200; i++) {
                log.take(piece);
            }
        });
        RawLine only = log.view().lines().getLast();
        assertThat(only.bytes()).isEqualTo(3200L * piece.length);
        assertThat(only.text()).hasSizeLessThanOrEqualTo(64 * 1024);
        Findings.say("200 MB without a line break: a task waits for the FX thread " + delays.words());
    }

    private static void resetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static double peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1048576.0;
    }

    private static double usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
    }

    /** OpenSSH on this machine, as a process of its own. */
    private static final class Ssh implements AutoCloseable {
        private final LabFolder lab;
        private final SshdServer server;
        private final Host host;

        Ssh(Path home) throws Exception {
            Debian.needs("sshd", "ssh-keygen");
            lab = LabFolder.create();
            Path state = Files.createDirectory(lab.path().resolve("state"));
            Files.setPosixFilePermissions(state, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
            server = SshdServer.start(lab, "SetEnv XDG_STATE_HOME=" + state);
            Path folder = Files.createDirectories(home.resolve(".ssh"));
            Path key = folder.resolve("id_ed25519");
            Tool.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
            server.authorize(Path.of(key + ".pub"));
            Files.writeString(
                    folder.resolve("known_hosts"),
                    "[127.0.0.1]:" + server.port() + " " + Files.readString(server.hostKey("ed25519")));
            host = new SshHosts(new SshHome(Map.of(), home, "somebody"), SshPerson.nobody())
                    .host(new HostSpec(
                            "it",
                            "127.0.0.1",
                            Optional.of(server.user()),
                            OptionalInt.of(server.port()),
                            Optional.empty(),
                            Optional.empty()));
            Patience.until(Duration.ofSeconds(30), "it answers", () -> Files.isDirectory(state));
        }

        Path folder() {
            return lab.path();
        }

        Host host() {
            return host;
        }

        @Override
        public void close() throws IOException {
            host.close();
            server.close();
            lab.close();
        }
    }
}
