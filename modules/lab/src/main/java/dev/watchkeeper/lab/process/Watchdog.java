package dev.watchkeeper.lab.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A tiny process that outlives this one, if only for a moment. It reads from a pipe whose other end this process holds:
 * when the pipe ends, for whatever reason, it ends the lab's servers and removes the lab's folder. It leaves the
 * process group where it can, so that what kills the group spares it. On Windows, which has no {@code sh}, there is none.
 */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Watchdog.class.getName());
    private static final int CLOSE_SECONDS = 10;

    private final @Nullable Process process;

    private Watchdog(@Nullable Process process) {
        this.process = process;
    }

    static Watchdog over(Path folder) throws IOException {
        if (Shell.isMissing()) {
            return new Watchdog(null);
        }
        List<String> plain = List.of("sh", "-c", script(), "watchkeeper-lab-watchdog", folder.toString());
        List<String> apart = new ArrayList<>(List.of("setsid"));
        apart.addAll(plain);
        try {
            return new Watchdog(start(apart, folder));
        } catch (IOException noSetsid) {
            LOG.log(Level.FINE, "no setsid here; the watchdog stays in this process group", noSetsid);
            return new Watchdog(start(plain, folder));
        }
    }

    private static Process start(List<String> command, Path folder) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().getRoot().toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String script() throws IOException {
        try (var in = Watchdog.class.getResourceAsStream("watchdog.sh")) {
            if (in == null) {
                throw new IOException("watchdog.sh is missing from the lab's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Lets the watchdog do what is left to do, and waits for it. */
    @Override
    public void close() throws IOException {
        if (process == null) {
            return;
        }
        process.getOutputStream().close();
        try {
            if (!process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warning("the lab's watchdog is still busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
