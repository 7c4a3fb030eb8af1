package dev.watchkeeper.kernel.sql;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The server's own functions that do more than answer: chapters "Sequence Manipulation", "System Administration",
 * "Large Objects" and the contrib modules of PostgreSQL's documentation. What people wrote themselves is not known here.
 */
final class SideEffects {
    private static final String SIGNALS = "signals other sessions";
    private static final String FILES = "writes a file on the server";
    private static final String ELSEWHERE = "runs on another server";
    private static final String SERVER = "acts on the server itself";
    private static final String SLOTS = "works on replication slots or progress";

    /** What a rollback does not undo. */
    private static final Map<String, String> OUTSIDE = Map.ofEntries(
            Map.entry("nextval", "takes numbers from a sequence"),
            Map.entry("setval", "sets a sequence"),
            Map.entry("pg_terminate_backend", SIGNALS),
            Map.entry("pg_cancel_backend", SIGNALS),
            Map.entry("pg_log_backend_memory_contexts", SIGNALS),
            Map.entry("pg_reload_conf", SERVER),
            Map.entry("pg_rotate_logfile", SERVER),
            Map.entry("pg_promote", SERVER),
            Map.entry("pg_switch_wal", SERVER),
            Map.entry("pg_create_restore_point", SERVER),
            Map.entry("pg_wal_replay_pause", SERVER),
            Map.entry("pg_wal_replay_resume", SERVER),
            Map.entry("pg_backup_start", SERVER),
            Map.entry("pg_backup_stop", SERVER),
            Map.entry("pg_start_backup", SERVER),
            Map.entry("pg_stop_backup", SERVER),
            Map.entry("pg_stat_reset", "sets statistics back"),
            Map.entry("pg_stat_reset_shared", "sets statistics back"),
            Map.entry("pg_stat_reset_single_table_counters", "sets statistics back"),
            Map.entry("pg_stat_reset_slru", "sets statistics back"),
            Map.entry("pg_stat_reset_replication_slot", "sets statistics back"),
            Map.entry("pg_stat_statements_reset", "sets statistics back"),
            Map.entry("pg_create_physical_replication_slot", SLOTS),
            Map.entry("pg_create_logical_replication_slot", SLOTS),
            Map.entry("pg_copy_physical_replication_slot", SLOTS),
            Map.entry("pg_copy_logical_replication_slot", SLOTS),
            Map.entry("pg_drop_replication_slot", SLOTS),
            Map.entry("pg_replication_slot_advance", SLOTS),
            Map.entry("pg_sync_replication_slots", SLOTS),
            Map.entry("pg_logical_slot_get_changes", SLOTS),
            Map.entry("pg_logical_slot_get_binary_changes", SLOTS),
            Map.entry("lo_export", FILES),
            Map.entry("pg_file_write", FILES),
            Map.entry("pg_file_unlink", FILES),
            Map.entry("pg_file_rename", FILES),
            Map.entry("dblink", ELSEWHERE),
            Map.entry("dblink_exec", ELSEWHERE),
            Map.entry("dblink_send_query", ELSEWHERE),
            Map.entry("pg_prewarm", "fills the cache"),
            Map.entry("pg_advisory_lock", "keeps an advisory lock until the session ends"),
            Map.entry("pg_advisory_lock_shared", "keeps an advisory lock until the session ends"),
            Map.entry("pg_try_advisory_lock", "keeps an advisory lock until the session ends"),
            Map.entry("pg_try_advisory_lock_shared", "keeps an advisory lock until the session ends"));

    /** What a rollback undoes. */
    private static final Set<String> WITHIN = Set.of(
            "lo_create",
            "lo_creat",
            "lo_unlink",
            "lo_put",
            "lo_from_bytea",
            "lo_import",
            "lowrite",
            "lo_truncate",
            "pg_notify",
            "pg_logical_emit_message",
            "pg_import_system_collations",
            "pg_replication_origin_create",
            "pg_replication_origin_drop",
            "pg_replication_origin_advance",
            "pg_restore_relation_stats",
            "pg_restore_attribute_stats",
            "pg_clear_relation_stats",
            "pg_clear_attribute_stats",
            "query_to_xml",
            "cursor_to_xml");

    private SideEffects() {}

    static boolean anyOf(Set<String> functions) {
        return functions.stream().anyMatch(name -> OUTSIDE.containsKey(name) || WITHIN.contains(name));
    }

    /** What the first of them does that a rollback does not undo. */
    static Optional<String> outside(Set<String> functions) {
        return functions.stream()
                .sorted()
                .filter(OUTSIDE::containsKey)
                .map(OUTSIDE::get)
                .findFirst();
    }
}
