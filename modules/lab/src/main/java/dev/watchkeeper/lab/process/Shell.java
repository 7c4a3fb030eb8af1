package dev.watchkeeper.lab.process;

import java.io.File;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The little that needs a Unix shell. */
final class Shell {
    private static final Logger LOG = Logger.getLogger(Shell.class.getName());

    private Shell() {}

    static boolean isMissing() {
        return File.separatorChar == '\\';
    }

    /** Sends a signal by its name: {@code INT}, {@code QUIT}. A process that is gone already is no error. */
    static void signal(long pid, String signal) {
        if (!succeeds("sh", "-c", "kill -s \"$0\" \"$1\"", signal, Long.toString(pid))) {
            LOG.fine("no process " + pid + " to signal");
        }
    }

    /** Runs a short command in silence; false if it fails, or is not there. */
    static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            LOG.log(Level.FINE, "can't run " + command[0], notThere);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
