package dev.watchkeeper.postgres.haproxy;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.Routes;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Detail;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.postgres.front.Entry;
import dev.watchkeeper.postgres.front.Front;
import dev.watchkeeper.postgres.front.FrontNames;
import dev.watchkeeper.postgres.front.FrontSight;
import dev.watchkeeper.postgres.front.Route;
import dev.watchkeeper.postgres.front.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A HAProxy before a cluster. Thread-safe. */
public final class Haproxy implements Front {
    /** As Patroni's documentation sets it up. */
    private static final int USUAL_WRITE = 5000;

    private static final int USUAL_READ = 5001;

    private final HaproxyClient client;

    /** @throws FaultException BAD_INPUT if the target makes no sense */
    public Haproxy(Target target, Passwords passwords, Routes routes) throws FaultException {
        this.client = new HaproxyClient(target, passwords, routes);
    }

    @Override
    public Target target() {
        return client.target();
    }

    @Override
    public FrontSight look() throws FaultException {
        HaproxyReading reading = client.read();
        List<Route> routes = reading.backends().stream().flatMap(this::routes).toList();
        return new FrontSight(node(reading), routes, entries(), alarms(reading));
    }

    /** Its statistics are for looking only. */
    @Override
    public List<Offer> offers() {
        return List.of();
    }

    private Stream<Route> routes(Backend backend) {
        return backend.servers().stream()
                .map(server -> new Route(
                        backend.name(),
                        backend.use(),
                        seenFromHere(server.address()),
                        server.name(),
                        server.state().label(),
                        server.state().open(),
                        server.state().severity(),
                        details(backend, server)));
    }

    private @Nullable HostPort seenFromHere(@Nullable HostPort address) {
        if (address == null) {
            return null;
        }
        String host = address.host();
        boolean loopback = host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("::1");
        return loopback ? new HostPort(host(), address.port()) : address;
    }

    private static List<Detail> details(Backend backend, BackendServer server) {
        List<Detail> details = new ArrayList<>();
        details.add(new Detail("Backend", backend.name() + ", server " + server.name()));
        details.add(new Detail(
                "State",
                server.state().label() + " for " + Spans.words(server.lastChange()),
                server.state().severity()));
        details.add(new Detail(
                "Sessions", Sizes.count(server.sessions()) + ", " + Sizes.count(server.maxSessions()) + " at most"));
        if (!server.check().isEmpty()) {
            details.add(new Detail("Check", server.check()));
        }
        return details;
    }

    private List<Entry> entries() {
        Optional<HostPort> write = named("write");
        Optional<HostPort> read = named("read");
        if (write.isEmpty() && read.isEmpty()) {
            return List.of(
                    new Entry(new HostPort(host(), USUAL_WRITE), "", "", Use.WRITES, false),
                    new Entry(new HostPort(host(), USUAL_READ), "", "", Use.READS, false));
        }
        List<Entry> entries = new ArrayList<>();
        write.ifPresent(at -> entries.add(new Entry(at, "", "", Use.WRITES, true)));
        read.ifPresent(at -> entries.add(new Entry(at, "", "", Use.READS, true)));
        return entries;
    }

    /** A parameter {@code host:port}, or a port of its own host. */
    private Optional<HostPort> named(String parameter) {
        String text = target().endpoint().parameter(parameter, "");
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (!port.matches("[1-9]\\d{0,4}")) {
            return Optional.empty();
        }
        String host = colon < 1 ? host() : text.substring(0, colon).replaceAll("^\\[|]$", "");
        return Optional.of(new HostPort(host, Integer.parseInt(port)));
    }

    private String host() {
        HostPort at = client.address();
        return at.isUnixSocket() ? "127.0.0.1" : at.host();
    }

    private Node node(HaproxyReading reading) {
        HostPort at = client.address();
        List<Detail> details = reading.backends().stream()
                .map(backend -> new Detail(
                        "Backend " + backend.name(),
                        backend.servers().stream()
                                        .filter(server -> server.state().open())
                                        .count()
                                + " of " + Sizes.of(backend.servers().size(), "server", "servers") + " up, "
                                + Sizes.of(backend.sessions(), "session", "sessions")))
                .toList();
        return new Node(
                FrontNames.id(at),
                FrontNames.of(target()),
                at,
                NodeRole.PROXY,
                true,
                Optional.empty(),
                Node.Identity.UNKNOWN,
                "",
                null,
                "",
                "proxy",
                List.of(),
                Severity.NONE,
                details);
    }

    private List<Alarm> alarms(HaproxyReading reading) {
        return reading.backends().stream()
                .filter(backend -> backend.servers().stream()
                        .noneMatch(server -> server.state().open()))
                .map(backend -> new Alarm(
                        backend.use() == Use.READS ? Severity.WARNING : Severity.CRITICAL,
                        FrontNames.id(client.address()),
                        "no server is up behind " + backend.name() + " of " + FrontNames.of(target()) + ": "
                                + backend.use().words() + " go nowhere",
                        "Look at its checks, and whether the servers behind it have the role that they ask for"))
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
