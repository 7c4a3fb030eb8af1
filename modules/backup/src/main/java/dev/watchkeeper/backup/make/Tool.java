package dev.watchkeeper.backup.make;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tool that was found on a host.
 *
 * @param version as the tool writes it: {@code 15.20}
 * @param path where it is
 */
record Tool(String name, String version, String path) {
    private static final Pattern VERSION = Pattern.compile("(?<![0-9.])[0-9]+(?:\\.[0-9]+)*");

    /** Reads a line of {@code tools.sh}. */
    static Optional<Tool> read(String line) {
        String[] parts = line.split("\t", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(parts[1]);
        return Optional.of(new Tool(parts[0], version.find() ? version.group() : "", parts[2]));
    }

    /** The first number of its version; 0 if that is unknown. */
    int major() {
        String first = version.split("\\.", 2)[0];
        return first.isEmpty() ? 0 : Integer.parseInt(first);
    }
}
