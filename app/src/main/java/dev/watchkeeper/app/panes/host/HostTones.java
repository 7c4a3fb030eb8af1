package dev.watchkeeper.app.panes.host;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.hosts.facts.HostFacts;
import java.time.Duration;

/** When a host is in trouble. Disks: more than 80 % used warns, more than 90 % is critical (the runbooks' table). */
final class HostTones {
    /** Ages on the screen are by the servers' own clocks, but timestamps in logs and names of backups are not. */
    static final Duration CLOCK_OFF = Duration.ofSeconds(1);

    private HostTones() {}

    static Tone disk(HostFacts.Disk disk) {
        double used = disk.sizeBytes() == 0 ? 0 : 1 - (double) disk.freeBytes() / disk.sizeBytes();
        return used > 0.9 ? Tone.RED : used > 0.8 ? Tone.AMBER : Tone.NEUTRAL;
    }

    /** More wants to run than there are cores, for a minute; twice that. */
    static Tone load(HostFacts.Load load) {
        double share = load.average().getFirst() / Math.max(1, load.cores());
        return share > 2 ? Tone.RED : share > 1 ? Tone.AMBER : Tone.NEUTRAL;
    }

    static Tone memory(HostFacts.Load load) {
        double left = load.memoryBytes() == 0 ? 1 : (double) load.availableBytes() / load.memoryBytes();
        return left < 0.05 ? Tone.RED : left < 0.1 ? Tone.AMBER : Tone.NEUTRAL;
    }
}
