package dev.watchkeeper.hosts.ssh.config;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.HostSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out over which hosts one gets to a host. */
public final class Ways {
    private static final int LONGEST = 8;

    private final SshConfig config;

    public Ways(SshConfig config) {
        this.config = config;
    }

    /**
     * The jump hosts in the order in which they are called, and last the host itself.
     *
     * @throws FaultException BAD_INPUT if an address makes no sense, or if jumps lead in a circle
     */
    public List<Destination> to(HostSpec spec) throws FaultException {
        Address written = Address.of(spec.address());
        Address address = new Address(
                spec.user().or(written::user), written.host(), spec.port().isPresent() ? spec.port() : written.port());
        return to(address, Optional.empty(), Optional.of(spec), 0);
    }

    /** @param jumps which were said; empty if those of the files count */
    private List<Destination> to(Address address, Optional<List<Address>> jumps, Optional<HostSpec> spec, int depth)
            throws FaultException {
        if (depth > LONGEST) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "the jump hosts on the way to " + address.host() + " lead in a circle",
                    "Look at ProxyJump in ~/.ssh/config");
        }
        SshOptions options = config.options(address.host(), given(address));
        List<Address> before = jumps.isPresent() ? jumps.get() : jumps(options);
        List<Destination> way = new ArrayList<>();
        if (!before.isEmpty()) {
            List<Address> earlier = before.subList(0, before.size() - 1);
            way.addAll(to(
                    before.getLast(),
                    earlier.isEmpty() ? Optional.empty() : Optional.of(earlier),
                    Optional.empty(),
                    depth + 1));
        }
        way.add(new Destinations(config, options, address.host())
                .make(spec.map(HostSpec::name), spec.flatMap(HostSpec::identity), spec.flatMap(HostSpec::knownHosts)));
        return way;
    }

    private static List<Address> jumps(SshOptions options) throws FaultException {
        Optional<String> written = options.one("proxyjump");
        return written.isPresent() ? Address.jumps(written.get()) : List.of();
    }

    private static Map<String, List<String>> given(Address address) {
        Map<String, List<String>> given = new HashMap<>();
        address.user().ifPresent(user -> given.put("user", List.of(user)));
        address.port().ifPresent(port -> given.put("port", List.of(Integer.toString(port))));
        return given;
    }
}
