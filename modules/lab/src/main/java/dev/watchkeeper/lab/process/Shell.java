package dev.watchkeeper.lab.process;

import java.io.File;
import java.io.IOException;

/** The little that needs a Unix shell. */
final class Shell {
    private Shell() {}

    static boolean isMissing() {
        return File.separatorChar == '\\';
    }

    /** Sends a signal by its name: {@code INT}, {@code QUIT}. A process that is gone already is no error. */
    static void signal(long pid, String signal) throws IOException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -s \"$0\" \"$1\"", signal, Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            kill.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
