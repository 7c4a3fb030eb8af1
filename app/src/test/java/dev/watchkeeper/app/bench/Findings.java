package dev.watchkeeper.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Where benchmarks say what they found: the terminal, and {@code target/benchmarks.txt}. A goal missed is said, not failed. */
public final class Findings {
    private static final Path FILE = Path.of("target", "benchmarks.txt");

    private Findings() {}

    /** A figure that should not be above its goal. */
    public static void report(String what, double found, double goal, String unit) {
        String line = String.format(
                Locale.ROOT,
                "%-88s %8.2f %-2s  goal %.2f  %s",
                what,
                found,
                unit,
                goal,
                found <= goal ? "met" : "MISSED");
        say(line);
    }

    public static void say(String line) {
        System.out.println("[bench] " + line);
        try {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
