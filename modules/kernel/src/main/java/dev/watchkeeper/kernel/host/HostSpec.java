package dev.watchkeeper.kernel.host;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A machine on which commands run, as it is written in {@code hosts:}. What is empty comes from {@code ~/.ssh/config}, and
 * else is as usual for ssh.
 *
 * @param name what connections call it
 * @param address a name, an IP address, or an alias of {@code ~/.ssh/config}
 * @param identity the file of a private key, as it was written: may begin with {@code ~/}
 * @param knownHosts the file with the keys of hosts, as it was written
 */
public record HostSpec(
        String name,
        String address,
        Optional<String> user,
        OptionalInt port,
        Optional<String> identity,
        Optional<String> knownHosts) {
    /** The name of the workstation itself. */
    public static final String LOCAL = "local";

    /** A host of which only the name is known: an alias of {@code ~/.ssh/config}, or an address. */
    public static HostSpec named(String name) {
        return new HostSpec(name, name, Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }
}
