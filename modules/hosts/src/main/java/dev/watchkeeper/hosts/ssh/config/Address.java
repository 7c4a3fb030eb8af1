package dev.watchkeeper.hosts.ssh.config;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A host as people write it where ssh wants one: {@code user@host:port}, an IPv6 address with a port in brackets. */
public record Address(Optional<String> user, String host, OptionalInt port) {
    /** Reads it; {@code ssh://} may stand before it. */
    public static Address of(String written) throws FaultException {
        String text = written.startsWith("ssh://") ? written.substring(6).replaceFirst("/$", "") : written;
        int at = text.lastIndexOf('@');
        Optional<String> user = at > 0 ? Optional.of(text.substring(0, at)) : Optional.empty();
        String rest = text.substring(at + 1);
        if (rest.startsWith("[") && rest.indexOf(']') > 0) {
            int end = rest.indexOf(']');
            String after = rest.substring(end + 1);
            return new Address(
                    user, rest.substring(1, end), after.isEmpty() ? OptionalInt.empty() : port(after, written));
        }
        int colon = rest.indexOf(':');
        if (colon < 0 || colon != rest.lastIndexOf(':')) {
            return checked(new Address(user, rest, OptionalInt.empty()), written);
        }
        return checked(new Address(user, rest.substring(0, colon), port(rest.substring(colon), written)), written);
    }

    /** The value of {@code ProxyJump}; empty for {@code none}. */
    static List<Address> jumps(String written) throws FaultException {
        List<Address> all = new ArrayList<>();
        if (!written.equalsIgnoreCase("none")) {
            for (String one : written.split(",", -1)) {
                all.add(of(one.strip()));
            }
        }
        return all;
    }

    private static OptionalInt port(String afterHost, String written) throws FaultException {
        if (!afterHost.matches(":[0-9]{1,5}") || Integer.parseInt(afterHost.substring(1)) > 65_535) {
            throw senseless(written);
        }
        return OptionalInt.of(Integer.parseInt(afterHost.substring(1)));
    }

    private static Address checked(Address address, String written) throws FaultException {
        if (address.host().isBlank()
                || address.host().startsWith("-")
                || address.host().chars().anyMatch(c -> c <= ' ')) {
            throw senseless(written);
        }
        return address;
    }

    private static FaultException senseless(String written) {
        return new FaultException(
                FaultKind.BAD_INPUT, "\"" + written + "\" is no host for SSH", "Write it as host or user@host:port");
    }
}
