package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.kernel.target.HostPort;

/**
 * A member that somebody beside PostgreSQL knows: Patroni.
 *
 * @param name what it is called there
 * @param label a word for its card: {@code leader}; may be empty
 */
public record Hint(String name, HostPort address, String label) {}
