package dev.watchkeeper.postgres.patroni;

import dev.watchkeeper.kernel.target.HostPort;

/**
 * A way to a cluster's Patroni that answered.
 *
 * @param api whose REST API
 */
public record PatroniHold(PatroniClient client, HostPort api, PatroniView view) {}
