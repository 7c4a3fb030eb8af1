package dev.watchkeeper.app.workbench;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.libpq.Libpq;
import dev.watchkeeper.postgres.libpq.Resolved;
import dev.watchkeeper.workspace.connections.EndpointParser;
import java.util.Optional;
import java.util.SequencedMap;

/** Lets the connections file read addresses by libpq's rules. */
final class LibpqEndpoints implements EndpointParser {
    private final Surroundings surroundings;

    LibpqEndpoints(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Address parse(String address) throws FaultException {
        return address(Libpq.resolve(address, surroundings.variables(), surroundings.home()));
    }

    @Override
    public Address parse(SequencedMap<String, String> parameters) throws FaultException {
        return address(Libpq.resolve(parameters, surroundings.variables(), surroundings.home()));
    }

    /** What a service or a variable gives is looked up when it is needed. */
    private static Address address(Resolved resolved) {
        return new Address(resolved.endpoint(), resolved.passwordInAddress() ? resolved.password() : Optional.empty());
    }
}
