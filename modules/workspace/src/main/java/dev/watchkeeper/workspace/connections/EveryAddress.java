package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads the addresses of every engine: PostgreSQL's by libpq's rules, the others by their scheme. */
public final class EveryAddress implements EndpointParser {
    private final EndpointParser postgres;

    /**
     * @param postgres reads what has none of the other schemes
     */
    public EveryAddress(EndpointParser postgres) {
        this.postgres = postgres;
    }

    /** Whether it begins with the scheme of another engine than PostgreSQL. */
    public static boolean isService(String text) {
        return ServiceScheme.of(text).isPresent();
    }

    /** The schemes of the other engines, as one writes them. */
    public static List<String> schemes() {
        return ServiceScheme.all();
    }

    @Override
    public Address parse(String address) throws FaultException {
        Optional<ServiceScheme> scheme = ServiceScheme.of(address);
        if (scheme.isEmpty()) {
            return postgres.parse(address);
        }
        Address parsed = ServiceUrl.parse(scheme.get(), address);
        return scheme.get().engine() == Engine.PGBOUNCER ? withUser(parsed) : parsed;
    }

    /** Who enters PgBouncer without saying so is who would enter PostgreSQL. */
    private Address withUser(Address parsed) throws FaultException {
        Endpoint one = parsed.endpoint();
        if (!one.user().isEmpty()) {
            return parsed;
        }
        SequencedMap<String, String> host = new LinkedHashMap<>();
        host.put("host", one.hosts().getFirst().host());
        String user = postgres.parse(host).endpoint().user();
        return new Address(
                new Endpoint(one.engine(), one.hosts(), one.database(), user, one.parameters()), parsed.password());
    }

    @Override
    public Address parse(SequencedMap<String, String> parameters) throws FaultException {
        return postgres.parse(parameters);
    }
}
