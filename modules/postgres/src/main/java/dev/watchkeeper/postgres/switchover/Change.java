package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.kernel.topology.Preflight;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import java.util.List;

/**
 * What is wanted, and what was known when it was decided.
 *
 * @param candidate that is to become the primary
 * @param preflight of it
 */
record Change(Standing standing, Sighting candidate, Preflight preflight) {
    String name() {
        return preflight.name();
    }

    /** The preflight in words, for a confirmation. */
    String preview(String what) {
        StringBuilder text = new StringBuilder(what);
        text.append("\nFor it: ").append(list(preflight.forIt()));
        if (!preflight.against().isEmpty()) {
            text.append("\nAgainst it: ").append(list(preflight.against()));
        }
        return text.toString();
    }

    private static String list(List<String> sentences) {
        return sentences.isEmpty() ? "nothing" : String.join("; ", sentences);
    }
}
