package dev.watchkeeper.redis.slowlog;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Slow commands of one shape.
 *
 * @param worst the one that took longest
 * @param last when the newest was run
 */
public record SlowGroup(String shape, long count, Duration total, SlowEntry worst, Instant last) {
    /** The shapes of these entries, the one that took most time first. */
    public static List<SlowGroup> of(List<SlowEntry> entries) {
        Map<String, SlowGroup> groups = new LinkedHashMap<>();
        for (SlowEntry entry : entries) {
            groups.merge(
                    entry.shape(), new SlowGroup(entry.shape(), 1, entry.took(), entry, entry.at()), SlowGroup::plus);
        }
        return groups.values().stream()
                .sorted(Comparator.comparing(SlowGroup::total).reversed())
                .toList();
    }

    private SlowGroup plus(SlowGroup other) {
        return new SlowGroup(
                shape,
                count + other.count,
                total.plus(other.total),
                worst.took().compareTo(other.worst.took()) >= 0 ? worst : other.worst,
                last.isAfter(other.last) ? last : other.last);
    }

    public Duration mean() {
        return total.dividedBy(count);
    }
}
