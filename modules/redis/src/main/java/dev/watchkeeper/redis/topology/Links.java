package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.topology.Detail;
import dev.watchkeeper.kernel.topology.Lag;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.LinkKind;
import dev.watchkeeper.kernel.topology.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The links: changes from a primary to its replicas, and the sentinels' looks. */
final class Links {
    private Links() {}

    static List<Link> of(Field field) {
        List<Link> links = new ArrayList<>();
        field.servers()
                .forEach(replica ->
                        sender(field, replica).ifPresent(primary -> links.add(replication(field, primary, replica))));
        field.sentinels().forEach(sentinel -> watch(field, sentinel).ifPresent(links::add));
        return links;
    }

    /** Whom it follows by its own word; of one that can't be asked, whose replica it is said to be. */
    private static Optional<Seen> sender(Field field, Seen replica) {
        if (replica.isPrimary()) {
            return Optional.empty();
        }
        return field.servers()
                .filter(one -> !one.equals(replica) && lists(field, one, replica))
                .findFirst()
                .or(() -> field.upstream(replica))
                .or(() -> saidToFollow(field, replica));
    }

    private static boolean lists(Field field, Seen primary, Seen replica) {
        return primary.data().stream()
                .flatMap(sight -> sight.followers().stream())
                .anyMatch(one ->
                        field.meant(primary, one.address()).map(replica::equals).orElse(false));
    }

    private static Optional<Seen> saidToFollow(Field field, Seen replica) {
        return field.opinions()
                .filter(opinion -> opinion.sight().replicas().stream()
                        .flatMap(one -> one.address().stream())
                        .anyMatch(address -> field.meant(opinion.sentinel(), address)
                                .map(replica::equals)
                                .orElse(false)))
                .flatMap(opinion -> field.primaryOf(opinion).stream())
                .filter(primary -> !primary.equals(replica))
                .findFirst();
    }

    private static Link replication(Field field, Seen primary, Seen replica) {
        Judgement.Distance distance = Judgement.between(field, primary, replica);
        Long silent = distance.secondsSilent();
        // who has everything is not late: then this is only how old the last acknowledgement is
        boolean idle = Objects.equals(distance.bytes(), 0L);
        Long late = silent == null || idle ? null : Long.valueOf(silent * 1000);
        Lag lag = new Lag(null, null, null, distance.bytes(), null, null, late);
        return new Link(
                primary.id(),
                replica.id(),
                LinkKind.REDIS,
                "",
                distance.state(),
                "",
                lag,
                Judgement.of(distance),
                details(primary, replica, distance));
    }

    private static List<Detail> details(Seen primary, Seen replica, Judgement.Distance distance) {
        List<Detail> details = new ArrayList<>();
        details.add(new Detail("State", distance.state(), Judgement.of(distance)));
        Long bytes = distance.bytes();
        if (bytes != null) {
            details.add(new Detail("Behind", bytes == 0 ? "nothing: it has all" : Sizes.bytes(bytes)));
        }
        Long silent = distance.secondsSilent();
        if (silent != null) {
            details.add(new Detail("Last acknowledged", ago(silent)));
        }
        replica.data().ifPresent(sight -> received(details, sight));
        primary.data().ifPresent(sight -> sent(details, sight));
        return details;
    }

    private static void received(List<Detail> details, DataSight replica) {
        if (!replica.linkUp()) {
            long down = replica.info().number("master_link_down_since_seconds", -1);
            details.add(new Detail(
                    "Link down",
                    down < 0 ? "since it started" : "for " + Spans.words(Duration.ofSeconds(down)),
                    Severity.CRITICAL));
        } else {
            long heard = replica.info().number("master_last_io_seconds_ago");
            details.add(new Detail("Last heard", ago(heard)));
        }
        if (replica.isSyncing()) {
            long left = replica.info().number("master_sync_left_bytes", -1);
            long total = replica.info().number("master_sync_total_bytes");
            details.add(new Detail(
                    "Full resync",
                    left < 0 || total == 0
                            ? "copying the primary's data"
                            : Sizes.bytes(left) + " of " + Sizes.bytes(total) + " to come",
                    Severity.WARNING));
        }
    }

    /** The servers count in whole seconds. */
    private static String ago(long seconds) {
        return seconds == 0 ? "less than a second ago" : Spans.words(Duration.ofSeconds(seconds)) + " ago";
    }

    private static void sent(List<Detail> details, DataSight primary) {
        details.add(new Detail("Full resyncs given", Sizes.count(primary.info().number("sync_full"))));
        details.add(new Detail(
                "Partial resyncs",
                Sizes.count(primary.info().number("sync_partial_ok")) + " given, "
                        + Sizes.count(primary.info().number("sync_partial_err")) + " refused"));
        details.add(new Detail("Backlog", Sizes.bytes(primary.info().number("repl_backlog_size"))));
    }

    /** From a sentinel to the server that it takes for the primary; from one that is gone, where it last looked. */
    private static Optional<Link> watch(Field field, Seen sentinel) {
        Optional<SentinelSight> last =
                sentinel.last().filter(SentinelSight.class::isInstance).map(SentinelSight.class::cast);
        if (last.isEmpty()) {
            return field.elected().map(primary -> watch(sentinel, primary, Link.DOWN, Severity.WARNING, List.of()));
        }
        Field.Opinion opinion = new Field.Opinion(sentinel, last.get());
        return field.primaryOf(opinion).map(primary -> {
            SentinelSight sight = last.get();
            String state = sentinel.isHere() ? sight.primary().opinion() : Link.DOWN;
            Severity severity = switch (state) {
                case "ok" -> Severity.NONE;
                case "o_down" -> Severity.CRITICAL;
                default -> Severity.WARNING;
            };
            return watch(sentinel, primary, state, severity, opinionDetails(sight));
        });
    }

    private static Link watch(Seen from, Seen to, String state, Severity severity, List<Detail> details) {
        return new Link(from.id(), to.id(), LinkKind.WATCH, "", state, "", Lag.UNKNOWN, severity, details);
    }

    static List<Detail> opinionDetails(SentinelSight sight) {
        String takes = sight.primaryAddress().map(Object::toString).orElse("nobody");
        String opinion = sight.primary().opinion();
        return List.of(
                new Detail("Watches", sight.name()),
                new Detail("Takes for the primary", takes),
                new Detail(
                        "Opinion",
                        switch (opinion) {
                            case "ok" -> "it is up";
                            case "s_down" -> "subjectively down: it does not answer this sentinel";
                            case "o_down" -> "objectively down: enough sentinels agree";
                            default -> opinion;
                        },
                        opinion.equals("ok") ? Severity.NONE : Severity.CRITICAL),
                new Detail("Quorum", sight.quorum() + " must agree"),
                new Detail(
                        "Quorum check", sight.quorumSaid(), sight.quorumReached() ? Severity.NONE : Severity.CRITICAL),
                new Detail(
                        "Other sentinels known", Sizes.count(sight.sentinels().size())),
                new Detail("Replicas known", Sizes.count(sight.replicas().size())),
                new Detail(
                        "Gives it up after",
                        Spans.words(Duration.ofMillis(sight.primary().number("down-after-milliseconds")))),
                new Detail("Epoch", Sizes.count(sight.primary().number("config-epoch"))));
    }
}
