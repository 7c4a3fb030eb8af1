package dev.watchkeeper.postgres.replication.member;

import java.time.Instant;

/**
 * Which server it is, whatever address it was reached by.
 *
 * @param system {@code system_identifier} of the control file, the same in all servers of one cluster
 * @param startedAt when the postmaster started, by the server's clock
 * @param port as it is set
 */
public record ServerIdentity(String system, Instant startedAt, int port) {}
