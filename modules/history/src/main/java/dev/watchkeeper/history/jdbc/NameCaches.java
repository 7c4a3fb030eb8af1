package dev.watchkeeper.history.jdbc;

import dev.watchkeeper.history.store.LineName;
import dev.watchkeeper.kernel.activity.ActivityKey;
import dev.watchkeeper.kernel.workload.StatementId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a store remembers of its dictionaries while it is open. Thread-safe. */
public final class NameCaches {
    final NameCache<StatementId> statements = new NameCache<>();
    final NameCache<ActivityKey> activityKeys = new NameCache<>();
    final NameCache<LineName> lines = new NameCache<>();

    /** Targets are never thrown away. */
    final Map<String, Integer> targets = new ConcurrentHashMap<>();

    /** After names were thrown away, or the store was replaced. */
    public void clear() {
        statements.clear();
        activityKeys.clear();
        lines.clear();
        targets.clear();
    }
}
