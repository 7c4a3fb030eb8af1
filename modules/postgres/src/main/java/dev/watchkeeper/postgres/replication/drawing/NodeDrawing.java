package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.topology.Lag;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.Lsn;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.Sender;
import dev.watchkeeper.postgres.replication.member.SubscriptionReading;
import dev.watchkeeper.postgres.replication.member.WalPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A member's card. */
final class NodeDrawing {
    private final Scene scene;
    private final Alarms alarms;
    private final NodeDetails details;

    NodeDrawing(Scene scene, Alarms alarms) {
        this.scene = scene;
        this.alarms = alarms;
        this.details = new NodeDetails(scene);
    }

    Node of(Sighting member) {
        MemberReading last = member.last();
        boolean connected = member.reading() != null;
        return new Node(
                member.id(),
                scene.name(member),
                member.address(),
                scene.cast().role(member),
                connected,
                member.trouble(),
                last == null ? Node.Identity.UNKNOWN : identity(last),
                last == null ? "" : last.version().full(),
                last == null ? null : last.identity().startedAt(),
                syncState(member),
                title(member),
                connected ? lines(member, last) : gone(member),
                alarms.of(member.id()),
                details.of(member));
    }

    /** Somebody whom only his upstream knows. */
    Node of(Ghost ghost) {
        String seen = "seen by " + scene.name(ghost.upstream());
        return ghost(ghost, List.of(seen, "not connected: its port is not known"), Severity.NONE);
    }

    /** The same, when he is not seen any more. */
    Node of(Departed.Gone gone) {
        String until = "gone since " + Spans.words(gone.span());
        return ghost(gone.ghost(), List.of(until, "not connected: its port is not known"), Severity.WARNING);
    }

    private Node ghost(Ghost ghost, List<String> lines, Severity severity) {
        Sender sender = ghost.sender();
        NodeRole role = sender.logical() ? NodeRole.SUBSCRIBER : NodeRole.STANDBY;
        return new Node(
                ghost.id(),
                ghost.name(),
                null,
                role,
                false,
                Optional.empty(),
                Node.Identity.UNKNOWN,
                "",
                null,
                sender.logical() ? "" : sender.syncState(),
                role.label(),
                lines,
                severity,
                details.of(ghost));
    }

    private static Node.Identity identity(MemberReading reading) {
        WalPosition position = reading.position();
        return new Node.Identity(reading.identity().system(), position.timeline(), position.visible());
    }

    private String syncState(Sighting member) {
        Sender sender = scene.cast().sender(member);
        boolean standby = scene.cast().role(member) == NodeRole.STANDBY;
        return standby && sender != null ? sender.syncState() : "";
    }

    /** {@code primary · leader}, {@code standby · sync}, {@code standby · cascade}, {@code subscriber}. */
    private String title(Sighting member) {
        NodeRole role = scene.cast().role(member);
        String label = member.label();
        if (role == NodeRole.STANDBY) {
            Sighting upstream = scene.cast().upstream(member);
            boolean cascade = upstream != null && scene.cast().role(upstream) == NodeRole.STANDBY;
            label = cascade ? "cascade" : syncState(member);
        }
        return label.isEmpty() ? role.label() : role.label() + " · " + label;
    }

    private List<String> lines(Sighting member, @Nullable MemberReading reading) {
        if (reading == null) {
            return List.of();
        }
        return switch (scene.cast().role(member)) {
            case STANDBY -> standby(member, reading);
            case SUBSCRIBER -> subscriber(reading);
            default -> primary(member, reading);
        };
    }

    private List<String> primary(Sighting member, MemberReading reading) {
        Long end = reading.position().end();
        List<String> second = new ArrayList<>();
        Double rate = scene.history().walRate(member.id());
        if (rate != null) {
            second.add("WAL " + Scene.perSecond(rate));
        }
        Instant archived = reading.archiver().lastAt();
        if (archived != null && !reading.settings().archiveMode().equals("off")) {
            second.add("archived " + Scene.ago(reading, archived) + " ago");
        }
        return filled(timeline(reading) + (end == null ? "" : " · " + Lsn.text(end)), String.join(" · ", second));
    }

    private List<String> standby(Sighting member, MemberReading reading) {
        Lag lag = scene.lag(member);
        Long bytes = lag.replayedBytes();
        Sighting upstream = scene.cast().upstream(member);
        boolean cascade = upstream != null && scene.cast().role(upstream) == NodeRole.STANDBY;
        String first = timeline(reading) + (bytes == null ? "" : " · " + Sizes.bytes(bytes) + " behind");
        long conflicts = scene.history().conflicts(member.id());
        if (reading.position().replay() != WalPosition.Replay.NOT_PAUSED) {
            return filled(first, "replay is paused");
        }
        if (reading.receiver() == null) {
            return filled(first, "receives nothing");
        }
        if (conflicts > 0) {
            return filled(first, "replay conflicts: " + conflicts + " in 5 min");
        }
        return filled(first, upstream != null && cascade ? "from " + scene.name(upstream) : stage(lag));
    }

    private static String stage(Lag lag) {
        if (lag.idle()) {
            return "nothing to replay";
        }
        return lag.replayMillis() == null ? "" : "replay " + Scene.millis(lag.replayMillis());
    }

    private static List<String> subscriber(MemberReading reading) {
        SubscriptionReading first = reading.subscriptions().getFirst();
        SubscriptionReading.Tables tables = first.tables();
        String one = first.name() + (first.here() ? " · " + Sizes.of(tables.total(), "table", "tables") : "");
        int others = reading.subscriptions().size() - 1;
        int left = tables.total() - tables.ready();
        String two = !first.enabled()
                ? "disabled"
                : left > 0 && first.here()
                        ? Sizes.of(left, "table", "tables") + " still copying"
                        : others > 0 ? "and " + Sizes.of(others, "other subscription", "other subscriptions") : "";
        return filled(one, two);
    }

    private static List<String> gone(Sighting member) {
        String why = member.trouble()
                .map(fault -> switch (fault.kind()) {
                    case DENIED -> "not entered: connect";
                    case TIMEOUT -> "does not answer";
                    default -> "down";
                })
                .orElse("not connected");
        MemberReading last = member.last();
        Long position = last == null ? null : last.position().visible();
        return filled(
                why,
                last == null || position == null ? "" : "last seen at " + timeline(last) + " · " + Lsn.text(position));
    }

    private static String timeline(MemberReading reading) {
        Integer timeline = reading.position().timeline();
        return timeline == null ? "TL ?" : "TL " + timeline;
    }

    private static List<String> filled(String... lines) {
        return Arrays.stream(lines).filter(line -> !line.isEmpty()).toList();
    }
}
