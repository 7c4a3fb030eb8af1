package dev.watchkeeper.lab.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A command that is soon done, and what it says. */
public final class Tool {
    private Tool() {}

    /**
     * Runs it.
     *
     * @return what it wrote, to both streams
     * @throws IOException if it fails, with what it said
     */
    public static String run(String... command) throws IOException {
        return run(Map.of(), command);
    }

    /** The same with variables of its own. */
    public static String run(Map<String, String> variables, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", List.of(command)) + " failed: " + said.strip());
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(command[0] + " was ended from outside");
        }
    }
}
