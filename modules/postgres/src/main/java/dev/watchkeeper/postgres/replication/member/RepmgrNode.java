package dev.watchkeeper.postgres.replication.member;

import org.jspecify.annotations.Nullable;

/**
 * A node as repmgr wrote it down.
 *
 * @param upstreamId null for the primary
 * @param type {@code primary}, {@code standby}, {@code witness}
 * @param where null if its connection string can't be read
 */
public record RepmgrNode(
        int id,
        @Nullable Long upstreamId,
        String name,
        String type,
        boolean active,
        int priority,
        String location,
        @Nullable Upstream where) {}
