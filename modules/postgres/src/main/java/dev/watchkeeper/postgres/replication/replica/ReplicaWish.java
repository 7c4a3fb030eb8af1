package dev.watchkeeper.postgres.replication.replica;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;

/**
 * How the new standby is to be.
 *
 * @param name as it will call itself at the primary ({@code application_name})
 * @param address from which it will connect: an address, a network ({@code 10.0.0.0/24}) or a host's name
 * @param primary where it reaches the primary
 * @param role that it enters the primary with
 * @param slot that it reads from
 * @param dataDirectory on its own host, empty or not there yet
 * @param major of the PostgreSQL that is installed there
 */
public record ReplicaWish(
        String name, String address, HostPort primary, String role, String slot, String dataDirectory, int major) {

    /** Throws BAD_INPUT for what no command could be made of. */
    void check() throws FaultException {
        require(!name.isBlank(), "the new standby has no name", "Take its host's name");
        require(
                address.matches("[A-Za-z0-9_.:-]+(/\\d{1,3})?"),
                "an address can't be '" + address + "'",
                "Give an address, a network as 10.0.0.0/24, or a host's name");
        require(!role.isBlank(), "no role is named", "replicator is a usual name");
        require(
                slot.matches("[a-z0-9_]{1,63}"),
                "a slot can't be called '" + slot + "'",
                "Its name has 1 to 63 lower case letters, digits and underscores");
        require(
                dataDirectory.startsWith("/"),
                "the data directory '" + dataDirectory + "' is no absolute path",
                "Begin it with a slash");
        for (String text : new String[] {name, role, dataDirectory}) {
            require(
                    text.chars().noneMatch(Character::isISOControl),
                    "a name can't hold line breaks and the like",
                    "Take them out");
        }
    }

    private static void require(boolean condition, String message, String advice) throws FaultException {
        if (!condition) {
            throw new FaultException(FaultKind.BAD_INPUT, message, advice);
        }
    }
}
