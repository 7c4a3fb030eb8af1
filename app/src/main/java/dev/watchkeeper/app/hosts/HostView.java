package dev.watchkeeper.app.hosts;

import dev.watchkeeper.hosts.facts.HostFacts;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The host of a server.
 *
 * @param host as connections call it
 * @param disks below the server's folders
 * @param processes of the server, the busiest first
 */
public record HostView(String host, HostFacts facts, List<DiskUse> disks, List<ProcessUse> processes) {
    public HostView {
        disks = List.copyOf(disks);
        processes = List.copyOf(processes);
    }

    /** What the history calls a disk of it. */
    public String label(HostFacts.Disk disk) {
        return host + ":" + disk.mount();
    }

    /** @param holds what is in the folder: {@code data}, {@code WAL}, {@code log}, {@code backups} */
    public record DiskUse(String holds, HostFacts.Disk disk) {}

    /**
     * What a process takes.
     *
     * @param title as it calls itself; empty if it can't be known
     * @param cpu of one core, 0 to 1, since the last reading, at first since the process began
     * @param readPerSecond bytes from disks, the same; empty where only others may know it
     * @param writtenPerSecond bytes to disks, the same
     */
    public record ProcessUse(
            int pid, String title, double cpu, OptionalDouble readPerSecond, OptionalDouble writtenPerSecond) {
        /** @param over from the reading before to this one */
        static ProcessUse between(HostFacts.ServerProcess before, HostFacts.ServerProcess now, Duration over) {
            double seconds = Math.max(0.001, over.toNanos() / 1e9);
            return new ProcessUse(
                    now.pid(),
                    now.title(),
                    now.cpu().minus(before.cpu()).toNanos() / 1e9 / seconds,
                    rate(before.readBytes().orElse(-1), now.readBytes().orElse(-1), seconds),
                    rate(before.writtenBytes().orElse(-1), now.writtenBytes().orElse(-1), seconds));
        }

        private static OptionalDouble rate(long before, long now, double seconds) {
            return before < 0 || now < before ? OptionalDouble.empty() : OptionalDouble.of((now - before) / seconds);
        }
    }
}
