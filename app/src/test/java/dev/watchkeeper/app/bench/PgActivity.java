package dev.watchkeeper.app.bench;

import dev.watchkeeper.lab.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The popular console, Debian's package {@code pg-activity}, with everything switched off that can be. */
final class PgActivity {
    private static final long TICKS_PER_SECOND = 100;

    private PgActivity() {}

    static boolean isThere() {
        return Files.isExecutable(Path.of("/usr/bin/pg_activity"));
    }

    /**
     * Runs it for a while in a terminal of its own; CPU time that it took.
     *
     * @param warmUp before the count begins
     * @param atStart called when the count begins
     */
    static Duration run(PostgresServer server, String role, Duration warmUp, Duration span, Runnable atStart)
            throws IOException, InterruptedException {
        String command =
                "stty cols 200 rows 60; exec /usr/bin/pg_activity --no-db-size --no-tempfiles --no-walreceiver --no-inst-info"
                        + " --no-sys-info --no-proc-info -h %s -p %d -U %s -d %s"
                                .formatted(server.host(), server.port(), role, server.database());
        ProcessBuilder builder = new ProcessBuilder(List.of("script", "-qfc", command, "/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "pg_activity.out").toFile());
        builder.environment().put("TERM", "xterm");
        Process terminal = builder.start();
        try {
            LockSupport.parkNanos(warmUp.toNanos());
            Path stat = statOf(terminal);
            Duration before = cpu(stat);
            atStart.run();
            LockSupport.parkNanos(span.toNanos());
            return cpu(stat).minus(before);
        } finally {
            terminal.descendants().forEach(ProcessHandle::destroy);
            terminal.destroy();
            if (!terminal.waitFor(5, TimeUnit.SECONDS)) {
                terminal.destroyForcibly();
            }
        }
    }

    private static Path statOf(Process terminal) {
        return terminal.descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("pg_activity"))
                .max((a, b) -> Long.compare(a.pid(), b.pid()))
                .map(process -> Path.of("/proc/" + process.pid() + "/stat"))
                .orElseThrow(() -> new IllegalStateException("pg_activity ended at once, see target/pg_activity.out"));
    }

    /** User and system time: fields 14 and 15 of proc(5)'s stat. */
    private static Duration cpu(Path stat) throws IOException {
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }
}
