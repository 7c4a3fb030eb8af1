package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Detail;
import dev.watchkeeper.kernel.topology.Lag;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.LinkKind;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Slot;
import dev.watchkeeper.kernel.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Clusters made by hand. */
final class Topologies {
    static final Instant NOW = Instant.parse("2026-02-03T14:29:52Z");
    private static final long MB = 1024 * 1024;
    private static final long GB = 1024 * MB;

    private final List<Node> nodes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>();

    Topology built() {
        return new Topology(nodes, links, slots, alarms);
    }

    Topologies node(String id, NodeRole role, String title, Severity severity, String... lines) {
        return node(id, role, title, severity, true, Optional.empty(), lines);
    }

    private Topologies node(
            String id,
            NodeRole role,
            String title,
            Severity severity,
            boolean connected,
            Optional<Fault> trouble,
            String... lines) {
        String sync =
                title.contains("async") || title.contains("cascade") ? "async" : title.contains("sync") ? "sync" : "";
        nodes.add(new Node(
                id,
                id,
                new HostPort(id + ".example", 5432),
                role,
                connected,
                trouble,
                new Node.Identity("7301", 7, 0x4C91A2F0B8L),
                "17.4",
                NOW.minus(Duration.ofDays(41)),
                sync,
                title,
                List.of(lines),
                severity,
                List.of(
                        new Detail("Address", id + ".example:5432"),
                        new Detail("Version", "PostgreSQL 17.4"),
                        new Detail("Up", "41 d 3 h"),
                        new Detail("Timeline", "7"),
                        new Detail("hot_standby_feedback", "off", Severity.WARNING))));
        return this;
    }

    Topologies unconnected(String id, NodeRole role, String title) {
        return node(id, role, title, Severity.NONE, false, Optional.empty(), "seen by its primary");
    }

    Topologies gone(String id, NodeRole role, String title) {
        return node(
                id,
                role,
                title,
                Severity.CRITICAL,
                false,
                Optional.of(new Fault(FaultKind.UNREACHABLE, id + " refuses the connection")),
                "no answer for 12 s");
    }

    Topologies link(String from, String to, LinkKind kind, long behind, @Nullable Long replayMillis) {
        return link(from, to, kind, "", "streaming", behind, replayMillis, Severity.NONE);
    }

    Topologies link(
            String from,
            String to,
            LinkKind kind,
            String name,
            String state,
            long behind,
            @Nullable Long replayMillis,
            Severity severity) {
        Lag lag = behind < 0
                ? Lag.UNKNOWN
                : new Lag(
                        0L,
                        behind / 40,
                        behind / 20,
                        behind,
                        replayMillis == null ? null : replayMillis / 40,
                        replayMillis == null ? null : replayMillis / 20,
                        replayMillis);
        links.add(new Link(
                from,
                to,
                kind,
                name,
                state,
                kind == LinkKind.PHYSICAL ? to.replace('-', '_') : "",
                lag,
                severity,
                List.of(new Detail("Application", name.isEmpty() ? to : name), new Detail("Sync priority", "1"))));
        return this;
    }

    Topologies bare(String from, String to, LinkKind kind) {
        links.add(new Link(from, to, kind, "", "up", "", Lag.UNKNOWN, Severity.NONE, List.of()));
        return this;
    }

    Topologies slot(
            String node,
            String name,
            String type,
            long retained,
            @Nullable Instant inactive,
            @Nullable Duration fullIn,
            Severity severity) {
        slots.add(new Slot(
                node,
                name,
                type,
                type.equals("logical") ? "billing" : "",
                type.equals("logical") ? "pgoutput" : "",
                inactive == null,
                false,
                retained,
                "reserved",
                null,
                inactive,
                "",
                false,
                false,
                fullIn,
                severity));
        return this;
    }

    Topologies alarm(Severity severity, String node, String text, String advice) {
        alarms.add(new Alarm(severity, node, text, advice));
        return this;
    }

    /** The one of the drawing. */
    static Topology billing() {
        return billing(0);
    }

    /**
     * The same a little later.
     *
     * @param tick rises
     */
    static Topology billing(int tick) {
        double wave = Math.sin(tick * 0.9);
        long slow = (12 + tick) * MB;
        return new Topologies()
                .node(
                        "pg-bill-1",
                        NodeRole.PRIMARY,
                        "primary · leader",
                        Severity.CRITICAL,
                        "TL 7 · 4C/91A2F0B8",
                        "WAL 18 MB/s · archived 3 s ago")
                .node(
                        "pg-bill-2",
                        NodeRole.STANDBY,
                        "standby · sync",
                        Severity.NONE,
                        "TL 7 · 0 B behind",
                        "can take over: loses nothing")
                .node(
                        "pg-bill-3",
                        NodeRole.STANDBY,
                        "standby · async",
                        Severity.WARNING,
                        "TL 7 · 41 MB behind",
                        "replay conflicts: 3 in 5 min")
                .node(
                        "pg-dr-1",
                        NodeRole.STANDBY,
                        "standby · cascade",
                        Severity.NONE,
                        "from pg-bill-3 · 44 MB",
                        "Frankfurt")
                .node(
                        "dwh",
                        NodeRole.SUBSCRIBER,
                        "subscriber",
                        Severity.NONE,
                        "sub_billing · 12 tables",
                        "1 table still copying: 64 %")
                .node(
                        "haproxy-1",
                        NodeRole.PROXY,
                        "proxy",
                        Severity.NONE,
                        "writes → pg-bill-1",
                        "reads → pg-bill-2, pg-bill-3")
                .link("pg-bill-1", "pg-bill-2", LinkKind.PHYSICAL, Math.max(0, (long) (wave * 900)), 1L)
                .link(
                        "pg-bill-1",
                        "pg-bill-3",
                        LinkKind.PHYSICAL,
                        "",
                        "streaming",
                        slow,
                        4000L + 130L * tick,
                        Severity.WARNING)
                .link("pg-bill-3", "pg-dr-1", LinkKind.PHYSICAL, 3 * MB + (long) (wave * MB), 400L)
                .link(
                        "pg-bill-1",
                        "dwh",
                        LinkKind.LOGICAL,
                        "sub_billing",
                        "streaming",
                        3 * MB + (long) (wave * 700_000),
                        800L,
                        Severity.NONE)
                .bare("haproxy-1", "pg-bill-1", LinkKind.ROUTE)
                .slot(
                        "pg-bill-1",
                        "dr_frankfurt_old",
                        "physical",
                        312 * GB,
                        NOW.minus(Duration.ofHours(148)),
                        Duration.ofMinutes(160),
                        Severity.CRITICAL)
                .slot("pg-bill-1", "pg_bill_2", "physical", 0, null, null, Severity.NONE)
                .slot("pg-bill-1", "pg_bill_3", "physical", 41 * MB, null, null, Severity.NONE)
                .slot("pg-bill-1", "sub_billing", "logical", 3 * MB, null, null, Severity.NONE)
                .alarm(
                        Severity.CRITICAL,
                        "pg-bill-1",
                        "slot dr_frankfurt_old fills the disk in 2 h 40 min: nobody has read from it for 6 d 4 h",
                        "Drop the slot if nobody will come back for it, or let its standby catch up")
                .alarm(
                        Severity.WARNING,
                        "pg-bill-3",
                        "pg-bill-3 is 41 MB behind and falls back by 1.1 MB/s",
                        "Look what replays there: conflicts with queries hold it up")
                .built();
    }

    static Topology pair() {
        return new Topologies()
                .node("shop-a", NodeRole.PRIMARY, "primary", Severity.NONE, "TL 1 · 0/5000148", "WAL 12 KB/s")
                .node("shop-b", NodeRole.STANDBY, "standby · async", Severity.NONE, "TL 1 · 0 B behind", "")
                .link("shop-a", "shop-b", LinkKind.PHYSICAL, 0, null)
                .slot("shop-a", "shop_b", "physical", 0, null, null, Severity.NONE)
                .built();
    }

    static Topology alone() {
        return new Topologies()
                .node("lonely", NodeRole.PRIMARY, "primary", Severity.NONE, "TL 1 · 0/5000148", "nobody follows")
                .built();
    }

    static Topology twelve() {
        Topologies made = new Topologies()
                .node(
                        "shop-pg-0",
                        NodeRole.PRIMARY,
                        "primary · leader",
                        Severity.NONE,
                        "TL 12 · 1A/B2C3D4E5",
                        "WAL 4 MB/s")
                .node(
                        "pgbouncer-a",
                        NodeRole.POOL,
                        "pool",
                        Severity.NONE,
                        "shop → shop-pg-0",
                        "412 clients, 40 servers")
                .node(
                        "pgbouncer-b",
                        NodeRole.POOL,
                        "pool",
                        Severity.NONE,
                        "shop → shop-pg-0",
                        "398 clients, 40 servers")
                .node(
                        "haproxy-shop",
                        NodeRole.PROXY,
                        "proxy",
                        Severity.NONE,
                        "writes → shop-pg-0",
                        "reads → 3 standbys")
                .bare("pgbouncer-a", "haproxy-shop", LinkKind.ROUTE)
                .bare("pgbouncer-b", "haproxy-shop", LinkKind.ROUTE)
                .bare("haproxy-shop", "shop-pg-0", LinkKind.ROUTE);
        for (int i = 1; i <= 3; i++) {
            made.node(
                            "shop-pg-" + i,
                            NodeRole.STANDBY,
                            i == 1 ? "standby · sync" : "standby · async",
                            Severity.NONE,
                            "TL 12 · 0 B behind",
                            "can take over: loses nothing")
                    .link("shop-pg-0", "shop-pg-" + i, LinkKind.PHYSICAL, i == 3 ? 2 * MB : 0, i == 3 ? 12L : null)
                    .bare("haproxy-shop", "shop-pg-" + i, LinkKind.ROUTE);
        }
        made.gone("shop-pg-4-in-a-far-away-datacenter.eu-central-1", NodeRole.STANDBY, "standby")
                .link(
                        "shop-pg-0",
                        "shop-pg-4-in-a-far-away-datacenter.eu-central-1",
                        LinkKind.PHYSICAL,
                        "",
                        Link.DOWN,
                        120 * MB,
                        null,
                        Severity.CRITICAL)
                .unconnected("shop-report-1", NodeRole.STANDBY, "standby · cascade")
                .link("shop-pg-2", "shop-report-1", LinkKind.PHYSICAL, 300_000, 44L)
                .node("shop-report-2", NodeRole.STANDBY, "standby · cascade", Severity.NONE, "from shop-pg-2 · 0 B", "")
                .link("shop-pg-2", "shop-report-2", LinkKind.PHYSICAL, 0, null)
                .node("search", NodeRole.SUBSCRIBER, "subscriber", Severity.NONE, "sub_search · 3 tables", "")
                .link("shop-pg-0", "search", LinkKind.LOGICAL, "sub_search", "streaming", 0, null, Severity.NONE)
                .node("dwh", NodeRole.SUBSCRIBER, "subscriber", Severity.NONE, "2 subscriptions · 41 tables", "")
                .link("shop-pg-0", "dwh", LinkKind.LOGICAL, "sub_dwh", "streaming", 40_000, 12L, Severity.NONE)
                .link(
                        "shop-pg-0",
                        "dwh",
                        LinkKind.LOGICAL,
                        "sub_dwh_history",
                        "catchup",
                        90 * MB,
                        8100L,
                        Severity.WARNING)
                .alarm(
                        Severity.CRITICAL,
                        "shop-pg-4-in-a-far-away-datacenter.eu-central-1",
                        "shop-pg-4-in-a-far-away-datacenter.eu-central-1 has gone: it last answered 12 s ago",
                        "Look whether the host is up");
        return made.built();
    }

    /** One primary, seven standbys, and behind each of them six more. */
    static Topology fifty() {
        Topologies made = new Topologies()
                .node("core-0", NodeRole.PRIMARY, "primary · leader", Severity.NONE, "TL 3", "WAL 40 MB/s");
        for (int i = 1; i <= 7; i++) {
            made.node("region-" + i, NodeRole.STANDBY, "standby · async", Severity.NONE, "TL 3", "")
                    .link("core-0", "region-" + i, LinkKind.PHYSICAL, i * 100_000L, 3L);
            for (int k = 1; k <= 6; k++) {
                String id = "edge-" + i + "-" + k;
                boolean slow = i == 3 && k == 4;
                made.node(id, NodeRole.STANDBY, "standby · cascade", slow ? Severity.WARNING : Severity.NONE, "", "")
                        .link(
                                "region-" + i,
                                id,
                                LinkKind.PHYSICAL,
                                "",
                                "streaming",
                                slow ? 3 * GB : k * 300_000L,
                                3L,
                                slow ? Severity.WARNING : Severity.NONE);
            }
        }
        return made.built();
    }

    /** One primary and 49 standbys. */
    static Topology star() {
        Topologies made =
                new Topologies().node("hub", NodeRole.PRIMARY, "primary", Severity.NONE, "TL 3", "WAL 40 MB/s");
        for (int i = 1; i <= 49; i++) {
            made.node("spoke-" + i, NodeRole.STANDBY, "standby · async", Severity.NONE, "", "")
                    .link("hub", "spoke-" + i, LinkKind.PHYSICAL, i * 100_000L, 3L);
        }
        return made.built();
    }

    static Topology splitBrain() {
        return new Topologies()
                .node(
                        "orders-1",
                        NodeRole.PRIMARY,
                        "primary",
                        Severity.CRITICAL,
                        "TL 4 · 0/9F0001A8",
                        "32 MB that orders-2 has not")
                .node(
                        "orders-2",
                        NodeRole.PRIMARY,
                        "primary · leader",
                        Severity.CRITICAL,
                        "TL 5 · 0/9E80F310",
                        "11 MB that orders-1 has not")
                .node("orders-3", NodeRole.STANDBY, "standby · async", Severity.NONE, "TL 5 · 0 B behind", "")
                .node("haproxy-1", NodeRole.PROXY, "proxy", Severity.WARNING, "writes → orders-1, orders-2", "")
                .link("orders-2", "orders-3", LinkKind.PHYSICAL, 0, null)
                .bare("haproxy-1", "orders-1", LinkKind.ROUTE)
                .bare("haproxy-1", "orders-2", LinkKind.ROUTE)
                .alarm(
                        Severity.CRITICAL,
                        "orders-1",
                        "split brain: orders-1 and orders-2 both take writes. orders-1 (TL 4, 0/9F0001A8) has 32 MB since they"
                                + " parted at 0/9D000000, orders-2 (TL 5, 0/9E80F310) has 11 MB",
                        "Stop the clients of the one that is to be given up, save what only it has, then pg_rewind it")
                .built();
    }

    static Topology redis() {
        Topologies made = new Topologies()
                .node(
                        "cache-1:6379",
                        NodeRole.PRIMARY,
                        "primary",
                        Severity.NONE,
                        "offset 912,300,412",
                        "1.2 GB of 4 GB, allkeys-lru")
                .node("cache-2:6379", NodeRole.REPLICA, "replica", Severity.NONE, "0 B behind", "priority 100")
                .node("cache-3:6379", NodeRole.REPLICA, "replica", Severity.WARNING, "3.1 MB behind", "2 full resyncs")
                .link("cache-1:6379", "cache-2:6379", LinkKind.REDIS, "", "online", 0, null, Severity.NONE)
                .link("cache-1:6379", "cache-3:6379", LinkKind.REDIS, "", "online", 3_200_000, 1000L, Severity.WARNING)
                .alarm(
                        Severity.WARNING,
                        "sentinel-3:26379",
                        "sentinel-3:26379 takes cache-1:6379 for down, the other two don't",
                        "Look at the network between the two");
        for (int i = 1; i <= 3; i++) {
            made.node(
                            "sentinel-" + i + ":26379",
                            NodeRole.SENTINEL,
                            "sentinel",
                            i == 3 ? Severity.WARNING : Severity.NONE,
                            i == 3 ? "s_down: cache-1" : "agrees, quorum 2",
                            "knows 2 other sentinels")
                    .bare("sentinel-" + i + ":26379", "cache-1:6379", LinkKind.WATCH);
        }
        return made.built();
    }

    /** Two clusters that subscribe to each other, a standby that follows itself over another, and one that nobody knows. */
    static Topology cycle() {
        return new Topologies()
                .node("east", NodeRole.PRIMARY, "primary", Severity.NONE, "TL 1", "")
                .node("west", NodeRole.PRIMARY, "primary", Severity.NONE, "TL 1", "")
                .link("east", "west", LinkKind.LOGICAL, "from_east", "streaming", 0, null, Severity.NONE)
                .link("west", "east", LinkKind.LOGICAL, "from_west", "streaming", 1000, 4L, Severity.NONE)
                .node("east-b", NodeRole.STANDBY, "standby", Severity.NONE, "TL 1", "")
                .link("east", "east-b", LinkKind.PHYSICAL, 0, null)
                .node("lost-a", NodeRole.STANDBY, "standby", Severity.NONE, "TL 1", "")
                .node("lost-b", NodeRole.STANDBY, "standby", Severity.NONE, "TL 1", "")
                .link("lost-a", "lost-b", LinkKind.PHYSICAL, 0, null)
                .link("lost-b", "lost-a", LinkKind.PHYSICAL, 0, null)
                .link("lost-a", "lost-a", LinkKind.PHYSICAL, 0, null)
                .node("stranger", NodeRole.STANDBY, "standby", Severity.NONE, "", "")
                .built();
    }
}
