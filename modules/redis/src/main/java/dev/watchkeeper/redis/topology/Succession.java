package dev.watchkeeper.redis.topology;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Whom the sentinels would promote (Redis' source, {@code sentinelSelectSlave}): lowest priority, then furthest, then run id. */
record Succession(Field field, Seen primary) {
    private static final Comparator<Seen> ORDER = Comparator.comparingLong(Succession::priority)
            .thenComparing(Comparator.comparingLong(Succession::offset).reversed())
            .thenComparing(seen -> seen.last().map(Sight::runId).orElse(""), String.CASE_INSENSITIVE_ORDER);

    static long priority(Seen seen) {
        return seen.lastData().map(DataSight::priority).orElse(0L);
    }

    static long offset(Seen seen) {
        return seen.lastData().map(DataSight::offset).orElse(0L);
    }

    /** Who could be promoted, the first choice first. */
    List<Seen> line() {
        return field.followersOf(primary).stream()
                .filter(Seen::isHere)
                .filter(seen -> priority(seen) > 0)
                .filter(seen -> seen.data()
                        .map(sight -> sight.linkUp() || !primary.isHere())
                        .orElse(false))
                .sorted(ORDER)
                .toList();
    }

    boolean isFirst(Seen candidate) {
        return line().stream().findFirst().map(candidate::equals).orElse(false);
    }

    /**
     * The priority that would put this candidate first; empty if it is first anyway, or if no number is low enough: 0 means
     * never.
     */
    OptionalLong needed(Seen candidate) {
        if (isFirst(candidate)) {
            return OptionalLong.empty();
        }
        OptionalLong lowest = line().stream()
                .filter(seen -> !seen.equals(candidate))
                .mapToLong(Succession::priority)
                .min();
        return lowest.isPresent() && lowest.getAsLong() > 1
                ? OptionalLong.of(lowest.getAsLong() - 1)
                : OptionalLong.empty();
    }

    /** The sentinel that is told to do it: one that sees the same primary, and acts. */
    Optional<Field.Opinion> sentinel() {
        return field.opinions()
                .filter(opinion -> !opinion.sight().isTilted())
                .filter(opinion -> field.primaryOf(opinion).map(primary::equals).orElse(false))
                .findFirst();
    }
}
