package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Secret;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads PostgreSQL addresses for those who don't know its rules. */
public interface EndpointParser {
    /**
     * What an address says.
     *
     * @param password only if it stands in the address itself
     */
    record Address(Endpoint endpoint, Optional<Secret> password) {}

    /**
     * Reads a URI, a keyword string, or {@code service=NAME}.
     *
     * @throws FaultException BAD_INPUT; its message never repeats a password
     */
    Address parse(String address) throws FaultException;

    /** The same with parameters that are apart already, by libpq's keywords: {@code host}, {@code port}, {@code dbname} … */
    Address parse(SequencedMap<String, String> parameters) throws FaultException;
}
