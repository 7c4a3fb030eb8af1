package dev.watchkeeper.postgres.replication.member;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.postgres.libpq.Libpq;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Another server, as a server's own connection string names it. Of the string nothing else is kept: there may be a password
 * in it.
 *
 * @param hosts as seen from the server that has the string: {@code localhost} is its own host; never empty
 * @param database empty for physical replication
 * @param applicationName as it calls itself there; empty if the string doesn't say
 */
public record Upstream(List<HostPort> hosts, String database, String applicationName) {
    /** Where this computer has no files: the string is another's, so are its defaults. */
    private static final Path NOWHERE = Path.of("/nonexistent");

    public Upstream {
        hosts = List.copyOf(hosts);
    }

    /** Reads {@code primary_conninfo} or a subscription's string; null for what can't be read, an empty one, and null. */
    static @Nullable Upstream of(@Nullable String conninfo) {
        if (conninfo == null || conninfo.isBlank()) {
            return null;
        }
        try {
            Endpoint endpoint = Libpq.resolve(conninfo, Map.of(), NOWHERE).endpoint();
            String fallback = endpoint.parameter("fallback_application_name", "");
            return new Upstream(
                    endpoint.hosts(), endpoint.database(), endpoint.parameter("application_name", fallback));
        } catch (FaultException notOurs) {
            // a service file of that host, or keywords of a newer libpq
            return null;
        }
    }

    /** What a walreceiver says: the one host that it reached, and, where they can be read, the other things. */
    static @Nullable Upstream reached(@Nullable String host, int port, @Nullable String conninfo) {
        Upstream said = of(conninfo);
        if (host == null || port == 0) {
            return said;
        }
        List<HostPort> one = List.of(new HostPort(host, port));
        return said == null ? new Upstream(one, "", "") : new Upstream(one, said.database(), said.applicationName());
    }
}
