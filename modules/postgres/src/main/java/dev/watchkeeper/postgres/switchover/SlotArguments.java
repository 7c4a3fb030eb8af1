package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.SlotReading;
import java.util.List;
import java.util.Optional;

/** The primary's slots, of which a standby has no copies unless somebody makes them. */
final class SlotArguments {
    private static final int SYNCHRONISES_SLOTS = 17;

    private final Standing standing;
    private final MemberReading primary;
    private final MemberReading candidate;
    private final List<String> forIt;
    private final List<String> against;

    SlotArguments(
            Standing standing,
            MemberReading primary,
            MemberReading candidate,
            List<String> forIt,
            List<String> against) {
        this.standing = standing;
        this.primary = primary;
        this.candidate = candidate;
        this.forIt = forIt;
        this.against = against;
    }

    void weigh() {
        String own = candidate.settings().primarySlotName();
        List<String> missing = primary.slots().stream()
                .filter(slot ->
                        !slot.logical() && !slot.temporary() && !slot.name().equals(own))
                .map(SlotReading::name)
                .filter(name -> copy(name).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            physical(missing);
        }
        primary.slots().stream()
                .filter(slot -> slot.logical() && !slot.temporary())
                .forEach(this::logical);
    }

    private void physical(List<String> missing) {
        boolean one = missing.size() == 1;
        String slots = (one ? "slot " : "slots ") + String.join(", ", missing);
        if (standing.patroni().isPresent()) {
            forIt.add("Patroni makes the " + slots + " on it");
        } else {
            against.add("the " + slots + (one ? " is" : " are") + " not on it: " + (one ? "it has" : "they have")
                    + " to be made for those who stream from " + (one ? "it" : "them"));
        }
    }

    private void logical(SlotReading slot) {
        Optional<SlotReading> copy = copy(slot.name());
        if (copy.isEmpty()) {
            ServerVersion version = primary.version();
            String how = version.major() >= SYNCHRONISES_SLOTS
                    ? slot.failover() ? " (sync_replication_slots is off there)" : " (failover is not set for it)"
                    : "";
            against.add("logical slot " + slot.name() + " is not on it" + how
                    + ": its subscriber stops until the slot is made again");
        } else if (!copy.get().invalidationReason().isEmpty()) {
            against.add("its copy of logical slot " + slot.name() + " is invalid: "
                    + copy.get().invalidationReason());
        } else if (copy.get().synced() || standing.patroni().isPresent()) {
            forIt.add("logical slot " + slot.name() + " is on it, synchronised");
        } else {
            against.add("logical slot " + slot.name() + " is on it, but is no copy of the primary's");
        }
    }

    private Optional<SlotReading> copy(String name) {
        return candidate.slots().stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst();
    }
}
