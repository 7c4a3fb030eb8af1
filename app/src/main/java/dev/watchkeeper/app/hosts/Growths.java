package dev.watchkeeper.app.hosts;

import dev.watchkeeper.history.HistoryReader;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Series;
import dev.watchkeeper.kernel.fault.FaultException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells how disks grow, by {@link HostView#label}; blocks. */
@FunctionalInterface
public interface Growths {
    /** Where nothing was kept. */
    Growths NONE = now -> Map.of();

    Map<String, Growth> at(Instant now) throws FaultException;

    /** Where to look: the history may have to be opened first. */
    @FunctionalInterface
    interface Library {
        HistoryReader open() throws FaultException;
    }

    /** What the history of a server tells of the last week. */
    static Growths of(Library library, String target) {
        return now -> {
            Duration week = Duration.ofDays(7);
            Map<String, Growth> growths = new LinkedHashMap<>();
            for (Series series : library.open()
                    .series(target, Metric.HOST_DISK_FREE, new Interval(now.minus(week), now), (int) week.toHours())) {
                Growth.of(series.bins()).ifPresent(growth -> growths.put(series.label(), growth));
            }
            return growths;
        };
    }
}
