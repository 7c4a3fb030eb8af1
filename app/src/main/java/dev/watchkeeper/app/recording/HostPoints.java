package dev.watchkeeper.app.recording;

import dev.watchkeeper.app.hosts.HostView;
import dev.watchkeeper.app.hosts.HostsView;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes points of what hosts tell of themselves. */
final class HostPoints {
    private HostPoints() {}

    static List<Point> of(HostsView all) {
        List<Point> points = new ArrayList<>();
        for (HostView view : all.all()) {
            Instant at = view.facts().takenAt();
            view.facts().load().ifPresent(load -> {
                points.add(new Point(
                        Metric.HOST_LOAD, view.host(), at, load.average().getFirst()));
                points.add(new Point(Metric.HOST_MEMORY_FREE, view.host(), at, load.availableBytes()));
            });
            view.disks().stream()
                    .map(HostView.DiskUse::disk)
                    .map(disk -> new Point(Metric.HOST_DISK_FREE, view.label(disk), at, disk.freeBytes()))
                    .distinct()
                    .forEach(points::add);
        }
        return points;
    }
}
