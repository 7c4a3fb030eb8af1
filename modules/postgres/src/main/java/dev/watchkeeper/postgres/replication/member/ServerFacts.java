package dev.watchkeeper.postgres.replication.member;

import org.jspecify.annotations.Nullable;

/**
 * What else is known of the server, and of the console's session there.
 *
 * @param clusterName {@code cluster_name}; may be empty
 * @param dataDirectory null if the role may not see it
 * @param database where the console is connected
 * @param backendPid the process that serves the console there
 * @param clientPort of the console's end of the connection, as the server sees it; null through a Unix socket
 * @param serverAddress of the server's end, numeric, as the server sees it; null through a Unix socket
 */
public record ServerFacts(
        String clusterName,
        @Nullable String dataDirectory,
        String database,
        int backendPid,
        @Nullable Integer clientPort,
        @Nullable String serverAddress) {}
