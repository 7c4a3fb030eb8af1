package dev.watchkeeper.postgres.libpq;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.HostPort;
import java.util.ArrayList;
import java.util.List;

/** Puts hosts and ports together by libpq's rules: as many ports as hosts, or one for all. */
final class Addresses {
    static final int DEFAULT_PORT = 5432;
    /** What is tried when nobody names a host. libpq tries the Unix socket first; the driver can't. */
    static final String DEFAULT_HOST = "localhost";

    private Addresses() {}

    /** The host's name counts; where only its numeric address is given, that one. */
    static List<HostPort> of(Conninfo given) throws FaultException {
        List<String> names = list(given.text(Keyword.HOST));
        List<String> numeric = list(given.text(Keyword.HOSTADDR));
        if (!names.isEmpty() && !numeric.isEmpty() && names.size() != numeric.size()) {
            throw Faults.badInput(
                    names.size() + " hosts, but " + numeric.size() + " values of hostaddr",
                    "Give one address for each host, with commas between");
        }
        int count = Math.max(1, Math.max(names.size(), numeric.size()));
        List<String> ports = list(given.text(Keyword.PORT));
        if (ports.size() > 1 && ports.size() != count) {
            throw Faults.badInput(
                    ports.size() + " ports for " + count + (count == 1 ? " host" : " hosts"),
                    "Give one port for all hosts, or one for each");
        }
        List<HostPort> addresses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = at(names, i);
            String host = name.isEmpty() ? at(numeric, i) : name;
            addresses.add(new HostPort(checked(host), port(at(ports, ports.size() == 1 ? 0 : i))));
        }
        return addresses;
    }

    private static String checked(String host) throws FaultException {
        if (host.isEmpty()) {
            return DEFAULT_HOST;
        }
        if (host.isBlank()) {
            throw Faults.badInput("a host's name is blank", "Give a name, an address, or a socket's folder");
        }
        return host;
    }

    private static int port(String text) throws FaultException {
        String digits = text.strip();
        if (digits.isEmpty()) {
            return DEFAULT_PORT;
        }
        int port = digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > 65535) {
            // what was typed is not repeated: it may be a piece of a password
            throw Faults.badInput("a port is not a number from 1 to 65535", "PostgreSQL's own is 5432");
        }
        return port;
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    private static String at(List<String> list, int i) {
        return i < list.size() ? list.get(i) : "";
    }
}
