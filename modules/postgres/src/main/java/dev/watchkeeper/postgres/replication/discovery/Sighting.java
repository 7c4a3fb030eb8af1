package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member as it was found in one refresh.
 *
 * @param addresses all by which it is known, the first one its own from the beginning
 * @param name that a saved target or a hint gives it; empty otherwise
 * @param label of a hint; empty otherwise
 * @param here whether it runs on this computer, as far as addresses can tell
 * @param reading null if it did not answer
 * @param last the newest reading there ever was; null if none
 * @param trouble why it did not answer
 * @param since when it did not answer first, by the workstation's clock; null if it did
 * @param skew the server's clock minus the workstation's, about
 * @param server the connections to it
 */
public record Sighting(
        List<HostPort> addresses,
        String name,
        String label,
        boolean here,
        @Nullable MemberReading reading,
        @Nullable MemberReading last,
        Optional<Fault> trouble,
        @Nullable Instant since,
        Duration skew,
        PostgresServer server) {
    public Sighting {
        addresses = List.copyOf(addresses);
    }

    /** The same as long as it is the same server. */
    public String id() {
        return address().toString();
    }

    public HostPort address() {
        return addresses.getFirst();
    }

    /** A moment by this server's clock, by the workstation's. */
    public Instant ours(Instant its) {
        return its.minus(skew);
    }
}
