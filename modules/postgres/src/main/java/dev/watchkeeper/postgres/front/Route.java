package dev.watchkeeper.postgres.front;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.topology.Detail;
import dev.watchkeeper.kernel.topology.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way that clients can go.
 *
 * @param name HAProxy's backend, PgBouncer's database
 * @param to where the server is, as reached from here; null if it is not told
 * @param server what it is called there; may be empty
 * @param state {@code up}, {@code down}, {@code maint}, {@code drain}, {@code paused} …
 * @param open whether clients are sent there now
 */
public record Route(
        String name,
        Use use,
        @Nullable HostPort to,
        String server,
        String state,
        boolean open,
        Severity severity,
        List<Detail> details) {
    public Route {
        details = List.copyOf(details);
    }
}
