package dev.watchkeeper.kernel.target;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * Where a server is and as whom to enter, without any secret.
 *
 * @param hosts in the order in which they are tried; never empty
 * @param database its name; for Redis the number
 * @param user the role; for Redis the ACL user, {@code default} if none was named
 * @param parameters the engine's own connection parameters by their own names (libpq: {@code sslmode},
 *     {@code target_session_attrs}, {@code connect_timeout} …), never a password
 */
public record Endpoint(
        Engine engine, List<HostPort> hosts, String database, String user, SequencedMap<String, String> parameters) {
    public Endpoint {
        hosts = List.copyOf(hosts);
        parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("an endpoint needs at least one host");
        }
        if (parameters.containsKey("password")) {
            throw new IllegalArgumentException("a password does not belong into an endpoint");
        }
    }

    /** The parameter's value, or {@code otherwise} if it is not set. */
    public String parameter(String name, String otherwise) {
        return parameters.getOrDefault(name, otherwise);
    }

    /** The same endpoint at one of its hosts only. */
    public Endpoint at(HostPort host) {
        return new Endpoint(engine, List.of(host), database, user, parameters);
    }

    /** Hosts as people write them, with commas between. */
    public String where() {
        return hosts.stream().map(HostPort::toString).collect(Collectors.joining(","));
    }
}
