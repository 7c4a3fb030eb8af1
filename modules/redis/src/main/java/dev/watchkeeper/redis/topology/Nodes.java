package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.topology.Detail;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.redis.text.InfoText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The servers as cards. */
final class Nodes {
    private Nodes() {}

    /** Primaries first. */
    static List<Node> of(Field field, Alarms alarms) {
        return field.seen().stream()
                .map(seen -> node(field, seen, alarms.severityOf(seen.id()).or(doubt(field, seen))))
                .sorted(Comparator.comparing(Node::role).thenComparing(Node::id))
                .toList();
    }

    /** Of two primaries neither is the right one as long as nobody says which. */
    private static Severity doubt(Field field, Seen seen) {
        boolean doubtful = seen.isPrimary()
                && field.primaries().size() > 1
                && field.elected().isEmpty();
        return doubtful ? Severity.CRITICAL : Severity.NONE;
    }

    private static Node node(Field field, Seen seen, Severity severity) {
        Optional<Sight> told = seen.last();
        return new Node(
                seen.id(),
                seen.name(),
                seen.address(),
                role(field, seen),
                seen.isHere(),
                seen.fault(),
                identity(seen),
                told.map(sight -> sight.version().full()).orElse(""),
                told.map(Sight::startedAt).orElse(null),
                "",
                title(field, seen),
                lines(field, seen),
                severity,
                details(field, seen));
    }

    /** Of one that does not answer: a primary as long as nobody else has taken its place. */
    static NodeRole role(Field field, Seen seen) {
        if (seen.sentinel()) {
            return NodeRole.SENTINEL;
        }
        boolean primary = seen.isHere()
                ? seen.isPrimary()
                : field.primaries().isEmpty()
                        && field.primary().map(seen::equals).orElse(false);
        return primary ? NodeRole.PRIMARY : NodeRole.REPLICA;
    }

    private static Node.Identity identity(Seen seen) {
        return seen.lastData()
                .map(sight -> new Node.Identity(sight.replicationId(), null, sight.offset()))
                .orElse(Node.Identity.UNKNOWN);
    }

    private static String title(Field field, Seen seen) {
        NodeRole role = role(field, seen);
        if (role == NodeRole.SENTINEL) {
            return "sentinel";
        }
        if (role == NodeRole.PRIMARY) {
            boolean stray = field.elected()
                    .filter(Seen::isPrimary)
                    .map(one -> !one.equals(seen))
                    .orElse(false);
            return stray ? "stray" : "primary";
        }
        if (!seen.isHere() && seen.lastData().map(DataSight::isPrimary).orElse(false)) {
            return "was the primary";
        }
        boolean chained = field.upstream(seen)
                .map(upstream -> role(field, upstream) == NodeRole.REPLICA)
                .orElse(false);
        return chained ? "replica · of a replica" : "replica";
    }

    private static List<String> lines(Field field, Seen seen) {
        if (!seen.isHere()) {
            return List.of(seen.fault()
                    .map(fault -> fault.message().replaceFirst("^" + Pattern.quote(seen.address() + " "), ""))
                    .orElse("not asked yet"));
        }
        return seen.opinion()
                .map(sight -> opinion(field, seen, sight))
                .orElseGet(
                        () -> seen.data().map(sight -> data(field, seen, sight)).orElse(List.of()));
    }

    private static List<String> opinion(Field field, Seen seen, SentinelSight sight) {
        String who = field.primaryOf(new Field.Opinion(seen, sight))
                .map(Seen::name)
                .orElse(sight.primaryAddress().map(Object::toString).orElse("nobody"));
        String opinion = sight.primary().opinion();
        return List.of(
                "takes " + who + (opinion.equals("ok") ? "" : ": " + opinion),
                sight.name() + " · quorum " + sight.quorum() + " of "
                        + (sight.sentinels().size() + 1) + (sight.quorumReached() ? "" : ", not reachable")
                        + (sight.isTilted() ? " · TILT" : ""));
    }

    private static List<String> data(Field field, Seen seen, DataSight sight) {
        if (sight.isPrimary()) {
            return List.of(
                    memory(sight.info()),
                    Sizes.count(sight.info().number("instantaneous_ops_per_sec")) + " ops/s · "
                            + Sizes.of(sight.followers().size(), "replica", "replicas"));
        }
        String behind = field.upstream(seen)
                .map(upstream -> Judgement.between(field, upstream, seen))
                .map(distance ->
                        distance.bytes() == null ? distance.state() : Sizes.bytes(distance.bytes()) + " behind")
                .orElse("follows somebody unknown");
        String link = sight.linkUp() ? "" : sight.isSyncing() ? " · copying" : " · link down";
        String priority = sight.priority() == 0 ? "never promoted" : "priority " + sight.priority();
        return List.of(behind + link, priority + " · " + memory(sight.info()));
    }

    private static String memory(InfoText info) {
        long max = info.number("maxmemory");
        String used = Sizes.bytes(info.number("used_memory"));
        return max == 0 ? used : used + " of " + Sizes.bytes(max);
    }

    private static List<Detail> details(Field field, Seen seen) {
        List<Detail> details = new ArrayList<>();
        seen.fault().ifPresent(fault -> details.add(new Detail("Trouble", fault.sentence(), Severity.CRITICAL)));
        if (seen.aliases().size() > 1) {
            details.add(new Detail(
                    "Also known as",
                    String.join(
                            ", ",
                            seen.aliases().stream()
                                    .filter(alias -> !alias.equals(seen.address()))
                                    .map(Object::toString)
                                    .toList())));
        }
        if (!field.announced(seen).equals(seen.address())) {
            details.add(new Detail("Announced as", field.announced(seen).toString()));
        }
        seen.last().ifPresent(sight -> {
            long uptime = sight.info().number("uptime_in_seconds");
            details.add(new Detail("Up", Spans.words(Duration.ofSeconds(uptime))));
        });
        seen.lastData().ifPresent(sight -> data(details, sight));
        seen.opinion().ifPresent(sight -> details.addAll(Links.opinionDetails(sight)));
        return details;
    }

    private static void data(List<Detail> details, DataSight sight) {
        InfoText info = sight.info();
        details.add(new Detail("Offset", Sizes.count(sight.offset())));
        details.add(new Detail("Replication id", sight.replicationId()));
        details.add(new Detail("Memory", memory(info) + ", " + info.get("maxmemory_policy")));
        details.add(new Detail("Clients", Sizes.count(info.number("connected_clients"))));
        details.add(new Detail("Keys", Sizes.count(keys(info))));
        if (!sight.isPrimary()) {
            details.add(new Detail("Priority", sight.priority() == 0 ? "0: never promoted" : "" + sight.priority()));
            details.add(new Detail("Takes writes", info.get("slave_read_only").equals("0") ? "yes, of its own" : "no"));
        }
        boolean saved = !info.get("rdb_last_bgsave_status").equals("err");
        details.add(new Detail("Last save", saved ? "ok" : "failed", saved ? Severity.NONE : Severity.WARNING));
        if (sight.watchers() >= 0) {
            details.add(new Detail("Watched by", Sizes.of(sight.watchers(), "sentinel", "sentinels")));
        }
    }

    static long keys(InfoText info) {
        return info.numbered("db").values().stream()
                .mapToLong(fields -> Long.parseLong(fields.getOrDefault("keys", "0")))
                .sum();
    }
}
