package dev.watchkeeper.postgres.front;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.postgres.replication.member.ServerIdentity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A server that may stand behind a front.
 *
 * @param node id of its node
 * @param name what people call it
 * @param addresses all by which it is known
 * @param names by which a front may call it: the node's, Patroni's member, {@code cluster_name}, its host
 * @param identity null while it is not known
 * @param primary whether it takes writes
 */
public record Behind(
        String node,
        String name,
        Set<HostPort> addresses,
        Set<String> names,
        @Nullable ServerIdentity identity,
        boolean primary) {
    public Behind {
        addresses = Set.copyOf(addresses);
        names = Set.copyOf(names);
    }
}
