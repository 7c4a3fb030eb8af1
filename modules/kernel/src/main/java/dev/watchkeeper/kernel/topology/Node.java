package dev.watchkeeper.kernel.topology;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.target.HostPort;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One server of a topology.
 *
 * @param id unique within the topology, and the same as long as it is the same server: its address, or, while only somebody
 *     else has seen it, {@code name@host}
 * @param name what people call it: the saved target's, Patroni's member, {@code cluster_name}, else the address
 * @param address null while only somebody else has seen it and its port is not known
 * @param connected whether it was itself asked in this refresh, and answered
 * @param trouble why it did not answer; empty if it did, or was never asked
 * @param identity what makes it a member of its cluster
 * @param version of the server; empty if not known
 * @param startedAt by its own clock; null if not known
 * @param syncState as {@code pg_stat_replication} has it ({@code sync}, {@code quorum}, {@code potential}, {@code async});
 *     empty for what is no standby
 * @param title the role in a few words, for the card: {@code primary · leader}, {@code standby · cascade}
 * @param lines one or two short lines for the card
 * @param severity what its colour says
 * @param details for whoever selects it
 */
public record Node(
        String id,
        String name,
        @Nullable HostPort address,
        NodeRole role,
        boolean connected,
        Optional<Fault> trouble,
        Identity identity,
        String version,
        @Nullable Instant startedAt,
        String syncState,
        String title,
        List<String> lines,
        Severity severity,
        List<Detail> details) {
    public Node {
        lines = List.copyOf(lines);
        details = List.copyOf(details);
    }

    /**
     * What makes it a member of its cluster.
     *
     * @param systemIdentifier PostgreSQL's, or Redis' replication id; null if not known or there is none
     * @param timeline PostgreSQL's; null otherwise
     * @param position PostgreSQL's LSN as a number (written on a primary, replayed on a standby), or Redis' replication
     *     offset; in bytes; null if not known
     */
    public record Identity(
            @Nullable String systemIdentifier,
            @Nullable Integer timeline,
            @Nullable Long position) {
        public static final Identity UNKNOWN = new Identity(null, null, null);
    }
}
