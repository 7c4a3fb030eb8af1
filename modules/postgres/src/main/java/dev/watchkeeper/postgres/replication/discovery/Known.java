package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.kernel.target.HostPort;

/** A saved target that may belong to the cluster. */
public record Known(String name, HostPort address) {}
