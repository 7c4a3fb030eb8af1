package dev.watchkeeper.lab.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One process of a lab. The watchdog knows it before it runs. */
public final class ServerProcess {
    private static final Logger LOG = Logger.getLogger(ServerProcess.class.getName());
    private static final int LOG_TAIL_LINES = 12;

    private final String name;
    private final Process process;
    private final CompletableFuture<Void> gone;
    private final Path log;

    private ServerProcess(String name, Process process, CompletableFuture<Void> gone, Path log) {
        this.name = name;
        this.process = process;
        this.gone = gone;
        this.log = log;
    }

    /**
     * Starts a command.
     *
     * @param name unique among the living processes of the lab
     * @param log receives all that the process says, after what is in it already
     */
    public static ServerProcess start(LabFolder lab, String name, List<String> command, Path log) throws IOException {
        Path pidFile = lab.pidFile(name);
        List<String> whole = new ArrayList<>();
        if (!Shell.isMissing()) {
            // the process writes its own pid before it becomes the server, so that no moment is unwatched
            whole.addAll(List.of("sh", "-c", "echo $$ > \"$0\" && exec \"$@\"", pidFile.toString()));
        }
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole)
                .directory(lab.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(key -> key.startsWith("PG"));
        Process process = builder.start();
        CompletableFuture<Void> gone = process.onExit().thenRun(() -> forget(pidFile, process.pid()));
        return new ServerProcess(name, process, gone, log);
    }

    /** Numbers come again: the watchdog must not end a stranger who got this one. */
    private static void forget(Path pidFile, long pid) {
        try {
            if (Files.exists(pidFile) && Files.readString(pidFile).strip().equals(Long.toString(pid))) {
                Files.deleteIfExists(pidFile);
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "the lab's folder is being removed", e);
        }
    }

    /** Sends a signal by its name to a process that this lab started: {@code STOP}, {@code QUIT}. */
    public static void signal(long pid, String signal) {
        Shell.signal(pid, signal);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for a command that ends by itself. */
    public void expectSuccess(Duration limit) throws IOException {
        if (!endsWithin(limit)) {
            process.destroyForcibly();
            throw new IOException("%s took more than %d s".formatted(name, limit.toSeconds()));
        }
        if (process.exitValue() != 0) {
            throw new IOException("%s failed: %s".formatted(name, lastWords()));
        }
    }

    /** Asks for a fast shutdown (SIGINT), insists after the limit (SIGQUIT), and kills at last. Returns when it is gone. */
    public void stop(Duration limit) throws IOException {
        end(limit, List.of("INT", "QUIT"));
    }

    /** Asks for an immediate shutdown (SIGQUIT), which saves nothing, and kills after the limit. Returns when it is gone. */
    public void drop(Duration limit) throws IOException {
        end(limit, List.of("QUIT"));
    }

    private void end(Duration limit, List<String> signals) throws IOException {
        if (Shell.isMissing()) {
            process.destroy();
        } else {
            for (String signal : signals) {
                if (process.isAlive()) {
                    Shell.signal(pid(), signal);
                    endsWithin(limit);
                }
            }
        }
        kill();
    }

    /** Kills it as a crash would (SIGKILL). Returns when it is gone. */
    public void kill() throws IOException {
        process.destroyForcibly();
        if (!endsWithin(Duration.ofSeconds(10))) {
            throw new IOException(name + " (pid " + pid() + ") can't be ended");
        }
    }

    /** The end of its log, in one line, for an error message. */
    public String lastWords() throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
    }

    private boolean endsWithin(Duration limit) {
        try {
            gone.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
