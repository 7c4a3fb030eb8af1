package dev.watchkeeper.postgres.replication.act;

import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.kernel.topology.Slot;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be done to a slot. */
final class SlotOffers {
    private final Topology seen;
    private final MemberAction.Member member;
    private final MemberReading reading;

    SlotOffers(Topology seen, MemberAction.Member member, MemberReading reading) {
        this.seen = seen;
        this.member = member;
        this.reading = reading;
    }

    Offer drop(Slot slot) {
        boolean useless =
                slot.walStatus().equals("lost") || !slot.invalidationReason().isEmpty();
        return new Offer(
                "drop-slot",
                "Drop slot…",
                whyNot(slot),
                List.of(),
                answers -> new DropSlot(
                        member,
                        slot.name(),
                        slot.type(),
                        preview(slot, useless),
                        useless ? Danger.ORDINARY : Danger.DANGEROUS));
    }

    private Optional<String> whyNot(Slot slot) {
        if (slot.active()) {
            String user = MemberOffers.user(seen, slot);
            return Optional.of(
                    (user.isEmpty() ? "Somebody" : user) + " is using it; it can be dropped when that has ended");
        }
        if (slot.synced()) {
            return Optional.of("It is a copy of the primary's, and goes when that one goes");
        }
        return reading.rights().replicates()
                ? Optional.empty()
                : Optional.of("The role " + reading.rights().role() + " needs the attribute REPLICATION");
    }

    private String preview(Slot slot, boolean useless) {
        StringBuilder text = new StringBuilder("drops the ")
                .append(slot.type())
                .append(" slot ")
                .append(slot.name())
                .append(" of ")
                .append(member.name());
        if (slot.retainedBytes() != null && slot.retainedBytes() > 0) {
            text.append(": ").append(Sizes.bytes(slot.retainedBytes())).append(" of WAL may then be removed");
        }
        if (slot.inactiveSince() != null) {
            Duration idle = Duration.between(slot.inactiveSince(), reading.takenAt());
            // before 17 the server doesn't tell: then it counts from the console's first look
            text.append(idle.toSeconds() < 1 ? "; nobody uses it" : "; nobody has used it for " + Spans.words(idle));
        }
        String user = MemberOffers.user(seen, slot);
        if (useless) {
            text.append("; it is lost already");
        } else if (slot.type().equals("logical")) {
            text.append("; the subscription that used it can't go on, and its tables have to be copied anew");
        } else if (!user.isEmpty()) {
            text.append("; ").append(user).append(" follows by it, and can't when the WAL it needs is removed");
        } else {
            text.append("; whoever follows by it can't when the WAL it needs is removed");
        }
        return text.toString();
    }
}
