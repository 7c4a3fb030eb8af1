package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Slot;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.Lsn;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.SlotReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The slots of a member, with when they fill the disk. */
final class SlotDrawing {
    /** Further away nobody plans; and a rate of a few bytes a second would overflow. */
    private static final double FOREVER = Duration.ofDays(3650).toSeconds();

    private final Scene scene;
    private final SlotAlarms alarms;

    SlotDrawing(Scene scene, Alarms alarms) {
        this.scene = scene;
        this.alarms = new SlotAlarms(scene, alarms);
    }

    List<Slot> of(Sighting member) {
        MemberReading reading = member.reading();
        List<Slot> slots = new ArrayList<>();
        if (reading != null) {
            Long free = reading.slots().isEmpty() ? null : DiskSpace.free(member);
            for (SlotReading one : reading.slots()) {
                Slot slot = slot(member, reading, one, free, Severity.NONE);
                Severity severity = alarms.look(member, reading, slot);
                slots.add(severity == Severity.NONE ? slot : slot(member, reading, one, free, severity));
            }
        }
        return slots;
    }

    private Slot slot(
            Sighting member, MemberReading reading, SlotReading slot, @Nullable Long free, Severity severity) {
        return new Slot(
                member.id(),
                slot.name(),
                slot.logical() ? "logical" : "physical",
                slot.database(),
                slot.plugin(),
                slot.active(),
                slot.temporary(),
                Lsn.distance(slot.restartLsn(), reading.position().end()),
                slot.walStatus(),
                slot.safeWalSize(),
                scene.history().inactiveSince(member.id(), slot),
                slot.invalidationReason(),
                slot.failover(),
                slot.synced(),
                fullIn(member, slot, free),
                severity);
    }

    private @Nullable Duration fullIn(Sighting member, SlotReading slot, @Nullable Long free) {
        if (slot.restartLsn() == null || slot.walStatus().equals("lost") || slot.synced()) {
            return null;
        }
        Double rate = growth(member, slot);
        Long room = room(slot, free);
        if (rate == null || room == null || rate <= 0 || room / rate > FOREVER) {
            return null;
        }
        return Duration.ofMillis(Math.round(Math.max(0, room) / rate * 1000));
    }

    /** What nobody reads grows with the WAL; what is read, by what is left over. */
    private @Nullable Double growth(Sighting member, SlotReading slot) {
        return slot.active()
                ? scene.history().growth(member.id(), slot)
                : scene.history().walRate(member.id());
    }

    private static @Nullable Long room(SlotReading slot, @Nullable Long free) {
        Long safe = slot.safeWalSize();
        return safe == null || free == null ? (safe == null ? free : safe) : Long.valueOf(Math.min(safe, free));
    }
}
