package dev.watchkeeper.postgres.patroni;

import dev.watchkeeper.kernel.target.HostPort;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member as {@code GET /cluster} lists it.
 *
 * @param state of PostgreSQL there: {@code running}, {@code streaming}, {@code stopped}, {@code starting} …
 * @param address of PostgreSQL, as reached from here; null if it is not told
 * @param api of its own REST API, as reached from here; null if it is not told
 * @param timeline null if not known
 * @param lagBytes behind the leader, as of Patroni's last look; null on the leader, and where Patroni says "unknown"
 * @param lsn what it has received, or, on a leader, written; null before Patroni 4.1
 * @param tags by name, as they are set: {@code nofailover}, {@code nosync}, {@code clonefrom}, {@code failover_priority} …
 * @param pendingRestart whether a setting waits for a restart
 */
public record PatroniMember(
        String name,
        PatroniRole role,
        String state,
        @Nullable HostPort address,
        @Nullable HostPort api,
        @Nullable Integer timeline,
        @Nullable Long lagBytes,
        @Nullable Long lsn,
        Map<String, String> tags,
        boolean pendingRestart) {
    public PatroniMember {
        tags = Map.copyOf(tags);
    }

    /** Whether it must not become the leader: the tag, or a priority of zero (Patroni 3.2 and newer). */
    public boolean nofailover() {
        return tag("nofailover") || tags.getOrDefault("failover_priority", "1").equals("0");
    }

    /** Whether this tag is set to true. */
    public boolean tag(String name) {
        return Boolean.parseBoolean(tags.getOrDefault(name, "false"));
    }

    /** Whether PostgreSQL runs there and, on a replica of newer versions, streams. */
    public boolean runs() {
        return state.equals("running") || state.equals("streaming") || state.equals("in archive recovery");
    }
}
