package dev.watchkeeper.backup.schedule;

import dev.watchkeeper.backup.reading.HostClock;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who watches the clock on a host.
 *
 * @param keepers those that are there
 * @param cronRuns whether a process of cron's was seen: one that is installed may still stand still
 * @param zone by which they go
 */
public record Clockwork(Set<Keeper> keepers, boolean cronRuns, ZoneId zone) {
    public Clockwork {
        keepers = Set.copyOf(keepers);
    }

    static Clockwork read(String text) {
        Set<Keeper> keepers = EnumSet.noneOf(Keeper.class);
        if (text.contains("cron ")) {
            keepers.add(Keeper.CRON);
        }
        if (text.lines().anyMatch("timer"::equals)) {
            keepers.add(Keeper.TIMER);
        }
        String zones = text.lines()
                .filter(line -> line.startsWith("zone "))
                .map(line -> line.substring("zone ".length()) + "\n")
                .reduce("", String::concat);
        return new Clockwork(keepers, text.contains("cron runs"), HostClock.zone(zones));
    }
}
