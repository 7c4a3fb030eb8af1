package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Slot;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import java.time.Duration;
import java.time.Instant;

/** What can be wrong with a slot; what is said gives the slot its colour. */
final class SlotAlarms {
    /** So much of its room, one in ten, has to be used before a slot's end is told as an alarm. */
    private static final int TELLING_PART = 10;

    private final Scene scene;
    private final Alarms alarms;

    SlotAlarms(Scene scene, Alarms alarms) {
        this.scene = scene;
        this.alarms = alarms;
    }

    Severity look(Sighting member, MemberReading reading, Slot slot) {
        if (slot.temporary() || slot.synced()) {
            return Severity.NONE;
        }
        String what = "slot " + slot.name() + " of " + scene.name(member);
        Severity severity = state(member, slot, what);
        return severity == Severity.NONE ? retention(member, reading, slot, what) : severity;
    }

    private Severity state(Sighting member, Slot slot, String what) {
        boolean invalid = !slot.invalidationReason().isEmpty();
        if (slot.walStatus().equals("lost") || invalid) {
            String why = slot.invalidationReason().isEmpty() ? "wal_removed" : slot.invalidationReason();
            return say(
                    Severity.CRITICAL,
                    member,
                    what + " is lost (" + why + "): whoever used it can't go on",
                    slot.type().equals("logical")
                            ? "Drop it; the subscription has to be made again, with its tables copied anew"
                            : "Drop it; the standby has to be made anew, unless the archive has the WAL");
        }
        if (slot.walStatus().equals("unreserved")) {
            return say(
                    Severity.CRITICAL,
                    member,
                    what + " is about to be lost at the next checkpoint: it keeps " + Scene.bytes(slot.retainedBytes())
                            + ", more than max_slot_wal_keep_size",
                    "Let its user catch up now, or raise max_slot_wal_keep_size");
        }
        return Severity.NONE;
    }

    private Severity retention(Sighting member, MemberReading reading, Slot slot, String what) {
        long retained = slot.retainedBytes() == null ? 0 : slot.retainedBytes();
        Instant since = slot.inactiveSince();
        Duration idle = since == null ? Duration.ZERO : Scene.age(reading, since);
        String keeps = what + " keeps " + Sizes.bytes(retained)
                + (slot.active() ? "" : ", unused" + (since == null ? "" : " for " + Spans.words(idle)));
        Duration full = slot.fullIn();
        boolean unused = !slot.active() && idle.compareTo(Limits.INACTIVE_SHORT) > 0 && isWellUsed(slot, retained);
        boolean matters = unused || (slot.active() && retained >= Limits.RETAINED_LONG_BYTES);
        if (full != null && full.compareTo(Limits.FULL_SOON) < 0 && matters) {
            String end = slot.safeWalSize() == null ? "the disk is full" : "it is lost or the disk is full";
            return say(
                    full.compareTo(Limits.FULL_CRITICAL) < 0 ? Severity.CRITICAL : Severity.WARNING,
                    member,
                    keeps + ": " + end + " in " + Spans.words(full),
                    slot.active() ? "Its user is too slow" : "Bring its user back, or drop it if nobody needs it");
        }
        boolean much = retained >= Limits.RETAINED_BYTES
                || (!slot.active()
                        && retained >= Limits.RETAINED_LONG_BYTES
                        && idle.compareTo(Limits.INACTIVE_LONG) > 0);
        if (much) {
            return say(
                    Severity.WARNING,
                    member,
                    keeps,
                    slot.active() ? "Its user is too slow" : "Bring its user back, or drop it if nobody needs it");
        }
        return Severity.NONE;
    }

    /** Of an empty slot the end can't be foretold: a server that was just started writes more than it will. */
    private static boolean isWellUsed(Slot slot, long retained) {
        Long room = slot.safeWalSize();
        return room == null || retained >= room / TELLING_PART;
    }

    private Severity say(Severity severity, Sighting member, String text, String advice) {
        alarms.add(severity, member, text, advice);
        return severity;
    }
}
