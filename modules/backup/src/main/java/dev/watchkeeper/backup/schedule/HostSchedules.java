package dev.watchkeeper.backup.schedule;

import java.util.List;

/** What one host does by the clock about backups, and who watches the clock there. */
public record HostSchedules(String host, Clockwork clockwork, List<Schedule> schedules) {
    public HostSchedules {
        schedules = List.copyOf(schedules);
    }
}
