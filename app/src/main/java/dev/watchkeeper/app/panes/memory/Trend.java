package dev.watchkeeper.app.panes.memory;

import dev.watchkeeper.app.controls.StackedArea;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.redis.info.ServerInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pane remembers of the last minutes. Used by one thread. */
final class Trend {
    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final Duration RATES_OVER = Duration.ofMinutes(1);

    private record Look(Instant at, ServerInfo info) {}

    private final Deque<Look> looks = new ArrayDeque<>();

    /** Takes note of a new snapshot; counters that went back mean that the server began anew. */
    void add(Snapshot<ServerInfo> snapshot) {
        Look look = new Look(snapshot.takenAt(), snapshot.value());
        if (!looks.isEmpty()) {
            Look last = looks.getLast();
            if (!look.at().isAfter(last.at())) {
                return;
            }
            if (look.info().traffic().commands() < last.info().traffic().commands()) {
                looks.clear();
            }
        }
        looks.add(look);
        while (looks.getFirst().at().isBefore(look.at().minus(REMEMBERED))) {
            looks.removeFirst();
        }
    }

    /** How much time the curves are to show, in seconds: all that is known, at least a minute. */
    double span() {
        return looks.isEmpty() ? 60 : Math.max(60, seconds(looks.getLast()) - seconds(looks.getFirst()));
    }

    private static double seconds(Look look) {
        return look.at().toEpochMilli() / 1000.0;
    }

    /** Used memory, and what is left to the limit or to the most that was ever used, in units of 1024 bytes. */
    List<StackedArea.Point> memory() {
        return looks.stream()
                .map(look -> {
                    ServerInfo.Memory memory = look.info().memory();
                    long whole = memory.max() == 0 ? memory.peak() : memory.max();
                    return new StackedArea.Point(
                            seconds(look), List.of(kilobytes(memory.used()), kilobytes(whole - memory.used())));
                })
                .toList();
    }

    private static int kilobytes(long bytes) {
        return Math.clamp(bytes / 1024, 0, Integer.MAX_VALUE / 2);
    }

    /** Operations a second, by the server's own measure, and some room above. */
    List<StackedArea.Point> operations() {
        return looks.stream()
                .map(look -> {
                    int operations = (int) look.info().traffic().opsPerSecond();
                    return new StackedArea.Point(seconds(look), List.of(operations, operations / 4));
                })
                .toList();
    }

    /** Share of reads that found their key over the last minute; null if nothing was read or it is not known yet. */
    @Nullable
    Double hitShare() {
        if (looks.size() < 2) {
            return null;
        }
        ServerInfo.Traffic now = looks.getLast().info().traffic();
        ServerInfo.Traffic then = aMinuteAgo().info().traffic();
        long hits = now.hits() - then.hits();
        long misses = now.misses() - then.misses();
        return hits + misses <= 0 ? null : (double) hits / (hits + misses);
    }

    /** Keys evicted a second, over the last minute; null if not known yet. */
    @Nullable
    Double evictions() {
        if (looks.size() < 2) {
            return null;
        }
        Look then = aMinuteAgo();
        long evicted = looks.getLast().info().traffic().evicted()
                - then.info().traffic().evicted();
        return evicted / Math.max(0.001, seconds(looks.getLast()) - seconds(then));
    }

    private Look aMinuteAgo() {
        Instant limit = looks.getLast().at().minus(RATES_OVER);
        return looks.stream()
                .filter(look -> !look.at().isBefore(limit))
                .findFirst()
                .orElseGet(looks::getFirst);
    }
}
