package dev.watchkeeper.history.reading;

import dev.watchkeeper.history.ActivityBy;
import dev.watchkeeper.kernel.activity.ActivityKey;
import java.util.HashMap;
import java.util.Map;

/** What sessions at work are told apart by. */
final class ActivityLabels {
    private static final String CPU = "CPU";

    private ActivityLabels() {}

    /** By number; sessions that are not at work have none. */
    static Map<Integer, String> of(ActivityBy by, Map<Integer, ActivityKey> keys) {
        Map<Integer, String> labels = new HashMap<>();
        keys.forEach((number, key) -> {
            if (key.isActive()) {
                labels.put(number, label(by, key));
            }
        });
        return labels;
    }

    private static String label(ActivityBy by, ActivityKey key) {
        return switch (by) {
            case WAIT_EVENT -> key.waitType().isEmpty() ? CPU : key.waitType() + ": " + key.waitEvent();
            case WAIT_TYPE -> key.waitType().isEmpty() ? CPU : key.waitType();
            case DATABASE -> key.database();
            case ROLE -> key.role();
            case STATEMENT -> Long.toString(key.queryId());
        };
    }
}
