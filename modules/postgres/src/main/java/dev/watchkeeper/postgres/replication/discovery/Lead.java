package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.kernel.target.HostPort;

/**
 * An address at which a member may be.
 *
 * @param told whether somebody named it, so that there must be something; else it is a guess
 */
record Lead(HostPort address, boolean told) {}
