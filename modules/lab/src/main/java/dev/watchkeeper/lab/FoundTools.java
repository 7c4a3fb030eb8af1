package dev.watchkeeper.lab;

import dev.watchkeeper.lab.process.Tool;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own tools, where this machine has them: the lab has only servers. */
public final class FoundTools {
    private static final Pattern VERSION = Pattern.compile("\\) (\\d+)");

    private FoundTools() {}

    /** The newest server of the lab whose backups these tools can make; empty if there are none, or too old ones. */
    public static OptionalInt major() {
        OptionalInt dump = majorOf("pg_dump");
        OptionalInt base = majorOf("pg_basebackup");
        if (dump.isEmpty() || base.isEmpty()) {
            return OptionalInt.empty();
        }
        int both = Math.min(Math.min(dump.getAsInt(), base.getAsInt()), LabPlan.NEWEST);
        return both < LabPlan.OLDEST ? OptionalInt.empty() : OptionalInt.of(both);
    }

    private static OptionalInt majorOf(String tool) {
        try {
            Matcher version = VERSION.matcher(Tool.run(tool, "--version"));
            return version.find() ? OptionalInt.of(Integer.parseInt(version.group(1))) : OptionalInt.empty();
        } catch (IOException missing) {
            return OptionalInt.empty();
        }
    }
}
