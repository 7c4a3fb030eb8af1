package dev.watchkeeper.app.bench;

import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.story.Stories;
import dev.watchkeeper.lab.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What the open window takes on ten targets: the resident memory of a process of its own, with the launcher's flags. */
class MemoryBenchmark {
    private static final int TARGETS = 10;
    private static final Duration AFTER = Duration.ofSeconds(45);

    @Test
    void residentMemoryOnTenTargets() throws Exception {
        try (Lab lab = Lab.start(LabPlan.primaryOnly(LabPlan.NEWEST));
                Story trouble = Stories.on(lab.primary()).rowQueue(20)) {
            trouble.stage();
            Process window = open(lab);
            try {
                LockSupport.parkNanos(AFTER.toNanos());
                Findings.report(
                        "resident memory of the window on ten targets, after " + AFTER.toSeconds() + " s",
                        residentMegabytes(window.pid()),
                        350,
                        "MB");
            } finally {
                window.destroy();
                if (!window.waitFor(10, TimeUnit.SECONDS)) {
                    window.destroyForcibly();
                }
            }
        }
    }

    private static Process open(Lab lab) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=20",
                "--enable-native-access=ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.watchkeeper.app.Main"));
        for (int i = 1; i <= TARGETS; i++) {
            command.add("--on");
            command.add(lab.primary().uri() + "?connect_timeout=" + (i + 2));
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "window.out").toFile());
        builder.environment()
                .put(
                        "WATCHKEEPER_HOME",
                        Path.of("target", "bench-home").toAbsolutePath().toString());
        // the flags above draw without one, but the window asks first whether there is a display
        builder.environment().putIfAbsent("DISPLAY", ":none");
        return builder.start();
    }

    /** VmRSS of proc(5)'s status. */
    private static double residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow(() -> new IOException("the window has ended, see target/window.out"));
    }
}
