package dev.watchkeeper.lab.testing;

import dev.watchkeeper.lab.debian.DebianTools;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** For tests against tools that a developer's machine need not have. */
public final class Debian {
    /** Set by {@code .ci/run}, which installs them all: there a missing tool is a fault. */
    private static final String FULL = "WATCHKEEPER_FULL";

    private Debian() {}

    /** Goes on if all of these executables are installed; else skips the test, or fails it in the full run. */
    public static void needs(String... executables) {
        List<String> missing = DebianTools.missing(executables);
        if (missing.isEmpty()) {
            return;
        }
        String message = "not installed here: " + String.join(", ", missing) + "; .ci/run installs Debian's packages";
        if ("1".equals(System.getenv(FULL))) {
            Assertions.fail(message);
        }
        Assumptions.abort(message);
    }
}
