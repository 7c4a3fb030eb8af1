package dev.watchkeeper.postgres.snippets;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.util.ArrayList;
import java.util.List;

/** The queries that come with the console. */
public final class Snippets {
    /** In the order of a bad day. */
    private static final List<String> NAMES = List.of(
            "connections_used",
            "connections_by_state",
            "who_is_connected",
            "long_running",
            "who_blocks_whom",
            "cancel_long_running",
            "end_idle_sessions",
            "standbys",
            "this_standby",
            "wal_archiving",
            "slowest_statements",
            "statements_by_time",
            "cache_hit_ratio",
            "database_sizes",
            "table_sizes",
            "table_activity",
            "read_from_end_to_end",
            "unused_indexes",
            "dead_tuples",
            "age_of_transactions",
            "partitions",
            "not_validated",
            "roles_that_log_in",
            "rights_on_tables",
            "encrypted_connections",
            "settings_that_differ",
            "logging");

    private Snippets() {}

    /**
     * All of them, as they run on this server.
     *
     * @throws FaultException UNSUPPORTED for a server that is too old
     */
    public static List<Snippet> of(ServerVersion version) throws FaultException {
        List<Snippet> snippets = new ArrayList<>();
        for (String name : NAMES) {
            snippets.add(Snippet.read(name, SqlFile.of(Snippets.class, name).text(version)));
        }
        return snippets;
    }
}
