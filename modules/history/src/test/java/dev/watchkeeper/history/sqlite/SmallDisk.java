package dev.watchkeeper.history.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder that is a small file system for one process, and gone with it. Only where Linux lets us. */
final class SmallDisk {
    private static final String MOUNT = "mount -t tmpfs -o size=$0m tmpfs \"$1\" && shift && exec \"$@\"";

    private SmallDisk() {}

    /** What stands before a command so that the folder is a file system of its own for it; empty if that is not possible. */
    static List<String> command(Path folder, int megabytes) throws IOException, InterruptedException {
        for (List<String> namespace : List.of(List.of("unshare", "-Urm"), List.of("unshare", "-m"))) {
            List<String> command = new ArrayList<>(namespace);
            command.addAll(List.of("sh", "-c", MOUNT, Integer.toString(megabytes), folder.toString()));
            List<String> trial = new ArrayList<>(command);
            trial.add("true");
            if (succeeds(trial)) {
                return command;
            }
        }
        return List.of();
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // there is no such command
            return false;
        }
    }
}
