package dev.watchkeeper.postgres.pgbouncer;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A PgBouncer before a cluster. Thread-safe. */
public final class PgBouncer implements Front {
    private static final int MOST_ENTRIES = 16;
    private static final Duration LONG_WAIT = Duration.ofSeconds(1);
    private static final Duration VERY_LONG_WAIT = Duration.ofSeconds(10);

    private final PgBouncerConsole console;
    private final PoolOffers offers;

    public PgBouncer(Target target, Passwords passwords, Routes routes) {
        this.console = new PgBouncerConsole(target, passwords, routes);
        this.offers = new PoolOffers(console);
    }

    @Override
    public Target target() {
        return console.target();
    }

    @Override
    public FrontSight look() throws FaultException {
        PgBouncerReading reading = console.read();
        offers.seen(reading);
        List<Route> routes = reading.databases().stream()
                .flatMap(database -> routes(reading, database))
                .toList();
        return new FrontSight(node(reading), routes, entries(reading), alarms(reading));
    }

    /** One database for each server: where it lands is the same for all of them. */
    private List<Entry> entries(PgBouncerReading reading) {
        Map<String, PooledDatabase> one = new LinkedHashMap<>();
        reading.databases().stream()
                .filter(database -> !database.disabled() && !database.paused())
                .forEach(database -> one.putIfAbsent(database.hosts() + ":" + database.port(), database));
        return one.values().stream()
                .limit(MOST_ENTRIES)
                .map(database -> new Entry(console.address(), database.name(), database.name(), Use.ANY, true))
                .toList();
    }

    @Override
    public List<Offer> offers() {
        return offers.all();
    }

    private Stream<Route> routes(PgBouncerReading reading, PooledDatabase database) {
        List<String> hosts =
                database.hosts().isEmpty() ? List.of(console.address().host()) : database.hosts();
        String state = database.disabled() ? "disabled" : database.paused() ? "paused" : "up";
        boolean open = state.equals("up");
        return hosts.stream()
                .map(host -> new Route(
                        database.name(),
                        Use.ANY,
                        new HostPort(seenFromHere(host), database.port()),
                        "",
                        state,
                        open,
                        open ? Severity.NONE : Severity.WARNING,
                        details(reading, database)));
    }

    /** Its own host is another one than ours. */
    private String seenFromHere(String host) {
        boolean loopback = host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("::1");
        return loopback && !console.address().isUnixSocket() ? console.address().host() : host;
    }

    private static List<Detail> details(PgBouncerReading reading, PooledDatabase database) {
        List<Pool> pools = reading.pools(database.name());
        List<Detail> details = new ArrayList<>();
        details.add(new Detail("Database", database.name() + " → " + database.database()));
        details.add(new Detail("Clients", clients(pools)));
        details.add(new Detail(
                "Server connections",
                pools.stream().mapToLong(Pool::serversActive).sum() + " in use, "
                        + pools.stream().mapToLong(Pool::serversIdle).sum() + " idle, pool size "
                        + database.poolSize()));
        String mode = database.mode().isEmpty() ? reading.config().getOrDefault("pool_mode", "") : database.mode();
        details.add(new Detail("Pooling", "by " + mode));
        reading.traffic().stream()
                .filter(one -> one.database().equals(database.name()))
                .map(one -> new Detail(
                        "Traffic",
                        Sizes.of(one.transactionsPerSecond(), "transaction/s", "transactions/s") + ", a query takes "
                                + Spans.words(one.queryTime())))
                .forEach(details::add);
        return details;
    }

    private static String clients(List<Pool> pools) {
        long active = pools.stream().mapToLong(Pool::clientsActive).sum();
        long waiting = pools.stream().mapToLong(Pool::clientsWaiting).sum();
        return Sizes.count(active) + " active, " + Sizes.count(waiting) + " waiting";
    }

    private Node node(PgBouncerReading reading) {
        HostPort at = console.address();
        String waits = reading.waiting() == 0
                ? "nobody waits"
                : Sizes.count(reading.waiting()) + " waiting, " + Spans.words(reading.longestWait()) + " at most";
        List<Detail> details = new ArrayList<>();
        reading.pools()
                .forEach(pool -> details.add(new Detail(
                        pool.database() + " · " + pool.user(),
                        clients(List.of(pool)) + "; "
                                + Sizes.of(pool.servers(), "server connection", "server connections"))));
        details.add(new Detail("Clients at most", reading.config().getOrDefault("max_client_conn", "not known")));
        return new Node(
                FrontNames.id(at),
                FrontNames.of(target()),
                at,
                NodeRole.POOL,
                true,
                Optional.empty(),
                Node.Identity.UNKNOWN,
                reading.version(),
                null,
                "",
                "pool",
                List.of(Sizes.of(reading.clients(), "client", "clients") + " · " + waits),
                severity(reading),
                details);
    }

    private static Severity severity(PgBouncerReading reading) {
        Duration wait = reading.longestWait();
        if (wait.compareTo(VERY_LONG_WAIT) > 0) {
            return Severity.CRITICAL;
        }
        return wait.compareTo(LONG_WAIT) > 0 ? Severity.WARNING : Severity.NONE;
    }

    private List<Alarm> alarms(PgBouncerReading reading) {
        List<Alarm> alarms = new ArrayList<>();
        String id = FrontNames.id(console.address());
        Severity waits = severity(reading);
        if (waits != Severity.NONE) {
            alarms.add(new Alarm(
                    waits,
                    id,
                    Sizes.of(reading.waiting(), "client waits", "clients wait") + " at " + FrontNames.of(target())
                            + " for a server connection, the longest for " + Spans.words(reading.longestWait()),
                    "Look for long transactions behind it; a larger pool_size helps only if the server has room"));
        }
        reading.databases().stream()
                .filter(PooledDatabase::paused)
                .map(one -> new Alarm(
                        Severity.WARNING,
                        id,
                        one.name() + " is paused at " + FrontNames.of(target()) + ": its clients wait",
                        "RESUME lets them go on"))
                .forEach(alarms::add);
        return alarms;
    }

    @Override
    public void close() {
        console.close();
    }
}
