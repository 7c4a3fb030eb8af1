package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.target.AddressMap;
import dev.watchkeeper.kernel.target.HostPort;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From the addresses that servers announce to those where they are reached from here. */
record Addresses(AddressMap map) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\..*|::1|0:0:0:0:0:0:0:1");
    private static final Pattern NOWHERE = Pattern.compile("|\\?|0\\.0\\.0\\.0|::");

    /** An address out of two fields of an answer; empty where a server has none to tell. */
    static Optional<HostPort> of(@Nullable String host, @Nullable String port) {
        if (host == null || port == null || NOWHERE.matcher(host).matches() || !port.matches("[1-9][0-9]{0,4}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(port);
        return number > 65535 ? Optional.empty() : Optional.of(new HostPort(host, number));
    }

    /**
     * Where to connect to. Loopback, said by a server, is that server's own host.
     *
     * @param announcer where the server is reached that said it
     */
    HostPort reach(HostPort announced, HostPort announcer) {
        HostPort mapped = map.reach(announced);
        boolean elsewhere = mapped.equals(announced)
                && LOOPBACK.matcher(announced.host()).matches()
                && !LOOPBACK.matcher(announcer.host()).matches();
        return elsewhere ? new HostPort(announcer.host(), announced.port()) : mapped;
    }
}
