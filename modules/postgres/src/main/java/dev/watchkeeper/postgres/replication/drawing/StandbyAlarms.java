package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.topology.Lag;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.postgres.replication.discovery.Followers;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.SlotReading;
import dev.watchkeeper.postgres.replication.member.Upstream;
import dev.watchkeeper.postgres.replication.member.WalPosition;
import dev.watchkeeper.postgres.replication.member.WalReceiver;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a standby that answers. */
final class StandbyAlarms {
    private final Scene scene;
    private final Alarms alarms;

    StandbyAlarms(Scene scene, Alarms alarms) {
        this.scene = scene;
        this.alarms = alarms;
    }

    void look(Sighting standby) {
        MemberReading reading = standby.reading();
        if (reading == null || reading.primary()) {
            return;
        }
        Sighting upstream = scene.cast().upstream(standby);
        SlotReading lost = lostSlot(reading, upstream);
        if (lost != null || lacksSlot(reading, upstream)) {
            cutOff(standby, reading, upstream, lost);
        } else if (reading.receiver() == null) {
            receivesNothing(standby, reading, upstream);
        } else {
            silence(standby, reading, upstream);
        }
        if (upstream == null) {
            stranger(standby, reading);
        }
        timeline(standby);
        if (!paused(standby, reading)) {
            lag(standby, reading);
        }
        conflicts(standby);
    }

    private static @Nullable SlotReading slot(MemberReading reading, @Nullable Sighting upstream) {
        MemberReading above = upstream == null ? null : upstream.reading();
        if (above == null || reading.settings().primarySlotName().isEmpty()) {
            return null;
        }
        return above.slots().stream()
                .filter(slot -> slot.name().equals(reading.settings().primarySlotName()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable SlotReading lostSlot(MemberReading reading, @Nullable Sighting upstream) {
        SlotReading slot = slot(reading, upstream);
        return slot != null && slot.walStatus().equals("lost") ? slot : null;
    }

    private static boolean lacksSlot(MemberReading reading, @Nullable Sighting upstream) {
        return reading.receiver() == null
                && upstream != null
                && upstream.reading() != null
                && !reading.settings().primarySlotName().isEmpty()
                && slot(reading, upstream) == null;
    }

    private void cutOff(
            Sighting standby, MemberReading reading, @Nullable Sighting upstream, @Nullable SlotReading lost) {
        String at = upstream == null ? "" : " on " + scene.name(upstream);
        String slot = reading.settings().primarySlotName();
        alarms.critical(
                standby,
                scene.name(standby) + " can't follow any more: its slot " + slot + at
                        + (lost == null ? " does not exist" : " is lost, and with it WAL that it needs"),
                lost == null
                        ? "Make the slot again; if the WAL since then is gone, make the standby anew"
                        : "Drop the slot and make the standby anew with pg_basebackup, unless the archive has the WAL");
    }

    private void receivesNothing(Sighting standby, MemberReading reading, @Nullable Sighting upstream) {
        boolean streams = reading.upstream() != null || !reading.rights().readsSettings();
        String from = upstream == null ? "" : " from " + scene.name(upstream);
        Instant commit = reading.position().replayedCommit();
        String last = commit == null ? "" : "; the last commit it has is " + Scene.ago(reading, commit) + " old";
        // where the upstream is down that is told by itself
        boolean byItself = upstream == null || upstream.reading() != null;
        alarms.add(
                streams && byItself ? Severity.CRITICAL : Severity.WARNING,
                standby,
                scene.name(standby) + " has no walreceiver: it receives nothing" + from + last,
                streams
                        ? "Look into its log: the upstream is down, refuses it, or has removed the WAL it needs"
                        : "It has no primary_conninfo: does it follow by restore_command alone?");
    }

    private void silence(Sighting standby, MemberReading reading, @Nullable Sighting upstream) {
        Duration silence = scene.silence(standby);
        if (silence != null && upstream != null) {
            Long behind = scene.lag(standby).flushedBytes();
            alarms.critical(
                    standby,
                    scene.name(standby) + " has said nothing to " + scene.name(upstream) + " for "
                            + Spans.words(silence)
                            + (behind == null || behind == 0 ? "" : ", and lacks " + Sizes.bytes(behind)),
                    "Its walreceiver hangs, or the network between them is cut");
            return;
        }
        WalReceiver receiver = reading.receiver();
        boolean asked = upstream != null && upstream.reading() != null;
        if (upstream != null && asked && receiver != null && scene.cast().sender(standby) == null) {
            Instant heard = receiver.lastMessage();
            alarms.critical(
                    standby,
                    scene.name(standby) + " believes that it follows " + scene.name(upstream)
                            + ", which has no walsender for it"
                            + (heard == null ? "" : "; it heard of it " + Scene.ago(reading, heard) + " ago"),
                    "Its walreceiver hangs, or the network between them is cut");
        }
    }

    private void stranger(Sighting standby, MemberReading reading) {
        Upstream told = Followers.told(reading);
        if (told != null) {
            alarms.warn(
                    standby,
                    scene.name(standby) + " follows " + told.hosts().getFirst()
                            + ", which is no member of this cluster as seen from here",
                    "Does that address lead to another server from here than from there? Map it in the target");
        }
    }

    private void timeline(Sighting standby) {
        Optional<Sighting> primary = scene.cast().primary(standby);
        int own = Cast.timeline(standby);
        if (primary.isPresent() && own > 0 && own != Cast.timeline(primary.get())) {
            alarms.warn(
                    standby,
                    scene.name(standby) + " is on timeline " + own + ", the primary " + scene.name(primary.get())
                            + " on " + Cast.timeline(primary.get()),
                    "It follows an old primary, or lacks recovery_target_timeline = latest; if it went past the fork, pg_rewind");
        }
    }

    private boolean paused(Sighting standby, MemberReading reading) {
        if (reading.position().replay() == WalPosition.Replay.NOT_PAUSED) {
            return false;
        }
        Lag lag = scene.lag(standby);
        Long millis = lag.replayMillis();
        alarms.add(
                Severity.WARNING.or(severity(lag, Duration.ZERO)),
                standby,
                "replay is paused on " + scene.name(standby) + ": "
                        + Sizes.bytes(reading.position().unreplayed())
                        + " received and not replayed"
                        + (millis == null ? "" : ", " + Scene.millis(millis) + " behind"),
                "Resume it when whoever paused it is done");
        return true;
    }

    private void lag(Sighting standby, MemberReading reading) {
        Lag lag = scene.lag(standby);
        Duration wanted = reading.settings().applyDelay();
        boolean growing = scene.history().growing(standby.id());
        Severity severity = severity(lag, wanted).or(growing ? Severity.WARNING : Severity.NONE);
        if (severity == Severity.NONE || lag.replayedBytes() == null) {
            return;
        }
        Sighting upstream = scene.cast().upstream(standby);
        String behind = upstream == null ? "its upstream" : scene.name(upstream);
        alarms.add(
                severity,
                standby,
                scene.name(standby) + " is " + Sizes.bytes(lag.replayedBytes()) + " behind " + behind
                        + (lag.replayMillis() == null ? "" : ", " + Scene.millis(lag.replayMillis()))
                        + (growing ? ", and growing" : ""),
                where(lag, reading));
    }

    private Severity severity(Lag lag, Duration wanted) {
        Long bytes = lag.replayedBytes();
        Long millis = lag.replayMillis();
        if (bytes == null || bytes == 0) {
            return Severity.NONE;
        }
        long late = millis == null ? 0 : millis - wanted.toMillis();
        // a delayed standby keeps WAL on purpose: only its time tells
        long much = wanted.isZero() ? bytes : 0;
        if (much >= Limits.LAG_BYTES_CRITICAL || late >= Limits.LAG_CRITICAL.toMillis()) {
            return Severity.CRITICAL;
        }
        return much >= Limits.LAG_BYTES || late >= Limits.LAG.toMillis() ? Severity.WARNING : Severity.NONE;
    }

    /** Which stage is the slow one. */
    private static String where(Lag lag, MemberReading reading) {
        if (reading.receiver() == null) {
            return "It receives nothing at the moment";
        }
        Long sent = lag.sentBytes();
        Long flushed = lag.flushedBytes();
        Long replayed = lag.replayedBytes();
        if (sent != null && replayed != null && sent > replayed / 2) {
            return "It is not sent: the network, or the walsender's CPU";
        }
        if (flushed != null && replayed != null && flushed > replayed / 2) {
            return "It is sent and not written there: the network, or the standby's disk";
        }
        return reading.settings().hotStandbyFeedback()
                ? "It is there and not replayed: the standby's disk or CPU"
                : "It is there and not replayed: long queries there (max_standby_streaming_delay), or its disk or CPU";
    }

    private void conflicts(Sighting standby) {
        long lately = scene.history().conflicts(standby.id());
        if (lately > 0) {
            alarms.warn(
                    standby,
                    "replay on " + scene.name(standby) + " has cancelled " + Sizes.of(lately, "query", "queries")
                            + " in the last minutes",
                    "hot_standby_feedback or a longer max_standby_streaming_delay spares them, each at its price");
        }
    }
}
