package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.libpq.Libpq;
import dev.watchkeeper.postgres.libpq.Resolved;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The real parser, wired as the application does, with variables that must not get into the file. */
final class LibpqParser implements EndpointParser {
    private static final Map<String, String> VARIABLES = Map.of("PGAPPNAME", "console", "PGPASSWORD", "of PGPASSWORD");
    private static final Path HOME = Path.of("no-home");

    @Override
    public Address parse(String address) throws FaultException {
        return address(Libpq.resolve(address, VARIABLES, HOME));
    }

    @Override
    public Address parse(SequencedMap<String, String> parameters) throws FaultException {
        return address(Libpq.resolve(parameters, VARIABLES, HOME));
    }

    private static Address address(Resolved resolved) {
        return new Address(resolved.endpoint(), resolved.passwordInAddress() ? resolved.password() : Optional.empty());
    }
}
