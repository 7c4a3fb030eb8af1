package dev.watchkeeper.lab.postgres;

import dev.watchkeeper.lab.process.LabFolder;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;

/** How every PostgreSQL server of a lab is set, unless somebody wishes otherwise. */
final class OwnSettings {
    private OwnSettings() {}

    static Map<String, String> of(LabFolder lab, String clusterName) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("cluster_name", clusterName);
        settings.put("listen_addresses", "127.0.0.1");
        settings.put(
                "unix_socket_directories",
                File.separatorChar == '/' ? lab.sockets().toString() : "");
        settings.put("max_connections", "200");
        settings.put("shared_buffers", "32MB");
        settings.put("shared_preload_libraries", "pg_stat_statements");
        settings.put("track_io_timing", "on");
        settings.put("track_activity_query_size", "4096");
        settings.put("max_prepared_transactions", "20");
        settings.put("wal_level", "logical");
        settings.put("max_wal_size", "256MB");
        settings.put("wal_retrieve_retry_interval", "200ms");
        settings.put("wal_receiver_status_interval", "1s");
        settings.put("fsync", "off"); // nothing here survives the lab anyway
        settings.put("log_line_prefix", "%m [%p] %q%u@%d/%a ");
        settings.put("log_lock_waits", "on");
        settings.put("log_timezone", "UTC");
        settings.put("timezone", "UTC");
        return settings;
    }
}
