package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.redis.text.InfoText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one server told of itself and of the others. Immutable. */
sealed interface Sight permits DataSight, SentinelSight {
    InfoText info();

    Instant at();

    ServerVersion version();

    /** Size of what it told, in bytes. */
    long bytes();

    /** Unique while the server's process runs, whatever address it is reached by. */
    default String runId() {
        return info().get("run_id");
    }

    default @Nullable Instant startedAt() {
        return info().has("uptime_in_seconds") ? at().minusSeconds(info().number("uptime_in_seconds")) : null;
    }

    /** Servers that it speaks of, by the addresses that it has for them. */
    List<Announced> announced();

    /** An address, and what is said to be there. */
    record Announced(HostPort address, boolean sentinel) {}
}
