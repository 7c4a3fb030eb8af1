package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.target.PoolSize;
import dev.watchkeeper.kernel.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** How a connection is written; what is as usual is left out. */
final class ConnectionText {
    private ConnectionText() {}

    /** The keys and their values in YAML, in the order in which they are written. */
    static SequencedMap<String, String> values(SavedConnection connection, boolean inBrackets) {
        Target target = connection.target();
        SequencedMap<String, String> values = new LinkedHashMap<>();
        values.put("name", YamlScalar.write(target.name(), inBrackets));
        values.put("url", YamlScalar.write(connection.url(), inBrackets));
        values.put("environment", target.environment().label());
        PasswordText.write(target.password())
                .filter(text -> !(text.startsWith("${") && connection.url().contains(text)))
                .ifPresent(text -> values.put("password", YamlScalar.write(text, inBrackets)));
        if (target.readOnly()) {
            values.put("read_only", "true");
        }
        if (!target.tags().isEmpty()) {
            values.put("tags", YamlScalar.write(target.tags()));
        }
        if (!target.pool().equals(PoolSize.DEFAULT)) {
            values.put("pool", "{" + String.join(", ", pairs(pool(target.pool()))) + "}");
        }
        return values;
    }

    static SequencedMap<String, String> pool(PoolSize pool) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        values.put("idle_timeout_sec", Long.toString(pool.idleTimeout().toSeconds()));
        values.put("max_lifetime_sec", Long.toString(pool.maxLifetime().toSeconds()));
        return values;
    }

    /** As an item of a block list, without a line break at the end. */
    static String item(SavedConnection connection, int dashColumn, String lineBreak) {
        String indent = " ".repeat(dashColumn);
        return indent + "- " + String.join(lineBreak + indent + "  ", pairs(values(connection, false)));
    }

    /** As an item of a list in brackets. */
    static String inBrackets(SavedConnection connection) {
        return "{" + String.join(", ", pairs(values(connection, true))) + "}";
    }

    private static List<String> pairs(Map<String, String> values) {
        List<String> pairs = new ArrayList<>();
        values.forEach((key, value) -> pairs.add(key + ": " + value));
        return pairs;
    }
}
