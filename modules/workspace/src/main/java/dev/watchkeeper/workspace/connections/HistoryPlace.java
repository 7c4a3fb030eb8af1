package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.PasswordSource;
import java.util.Optional;

/** Where a history is kept. */
public sealed interface HistoryPlace {
    /** A file of this machine, as it was written. */
    record InFile(String path) implements HistoryPlace {}

    /** A PostgreSQL. */
    record InDatabase(Endpoint endpoint, PasswordSource password) implements HistoryPlace {}

    /**
     * Reads a path or an address: {@code postgresql://…}, the same with {@code jdbc:} before it, or
     * {@code service=NAME}.
     *
     * @throws FaultException BAD_INPUT; its message never repeats a password
     */
    static HistoryPlace read(String text, EndpointParser parser) throws FaultException {
        String address = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        boolean database = address.startsWith("postgresql://")
                || address.startsWith("postgres://")
                || address.startsWith("service=")
                || address.startsWith("host=");
        if (!database) {
            return file(text);
        }
        EndpointParser.Address read = parser.parse(address);
        Optional<PasswordSource> place = read.password().flatMap(secret -> PasswordText.read(secret.reveal()));
        if (read.password().isPresent() && !(place.orElse(null) instanceof PasswordSource.Variable)) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "there is a password in clear in the history's address",
                    "Write ${VARIABLE} in its place, or leave it out for ~/.pgpass");
        }
        return new InDatabase(read.endpoint(), place.orElse(new PasswordSource.Usual()));
    }

    private static HistoryPlace file(String text) throws FaultException {
        if (text.isBlank() || text.contains("://") || text.startsWith("jdbc:")) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "a history is kept in a file or in a PostgreSQL, and this is neither",
                    "Write a path, or postgresql://role@host/database");
        }
        return new InFile(text);
    }
}
