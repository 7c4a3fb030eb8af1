package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.reports.TopologyWords;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.topology.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Small sentences of this pane. */
final class Words {
    /** What is farther away than this is not what one worries about today. */
    private static final Duration SOON = Duration.ofDays(3);

    private Words() {}

    /** What is remarkable about a slot; empty if nothing is. */
    static String note(Slot slot, Instant now) {
        if (!slot.invalidationReason().isEmpty()) {
            return "invalid: " + slot.invalidationReason().replace('_', ' ');
        }
        if (slot.walStatus().equals("lost")) {
            return "lost: its WAL is gone";
        }
        if (!slot.active()) {
            return inactive(slot, now);
        }
        if (slot.walStatus().equals("unreserved")) {
            return "may be lost at the next checkpoint";
        }
        if (slot.type().equals("logical") && !slot.failover() && !slot.synced()) {
            return "not synchronised to standbys";
        }
        return slot.temporary() ? "temporary" : "";
    }

    private static String inactive(Slot slot, Instant now) {
        if (slot.synced()) {
            return "a synchronised copy";
        }
        return Optional.ofNullable(slot.inactiveSince())
                .map(since -> "inactive for " + Spans.words(Duration.between(since, now)))
                .orElse("inactive");
    }

    /** Whether the note tells of trouble. */
    static boolean isTrouble(Slot slot) {
        return !slot.invalidationReason().isEmpty()
                || slot.walStatus().equals("lost")
                || slot.walStatus().equals("unreserved")
                || (!slot.active() && !slot.synced());
    }

    /** Whether what it keeps is what is wrong with it. */
    static boolean isFilling(Slot slot) {
        boolean soon = slot.fullIn() != null && slot.fullIn().compareTo(SOON) < 0;
        return soon || isTrouble(slot);
    }

    /** {@code 2 h 40}: in a column there is no room for more. */
    static String fullIn(Slot slot) {
        return TopologyWords.fullIn(slot).replaceFirst("( h \\d+) min$", "$1");
    }
}
