package dev.watchkeeper.hosts.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A host at one moment.
 *
 * @param takenAt by the workstation's clock
 * @param user who the console is there
 * @param machine what the host calls itself
 * @param system its operating system: {@code Debian GNU/Linux 12 (bookworm), Linux 6.1.0}
 * @param ahead how far its clock is ahead of the workstation's; negative if behind. True to within half of {@code roundTrip}
 * @param roundTrip from asking to the first word of the answer
 * @param load empty where the system has no {@code /proc}
 * @param disks in the order of the folders that were asked for; without those that are not there
 * @param named below the folders that configurations name, in the order of the settings that were asked for
 * @param processes of the server that was asked for; empty if it is not on this host
 */
public record HostFacts(
        Instant takenAt,
        String user,
        String machine,
        String system,
        Duration ahead,
        Duration roundTrip,
        Optional<Load> load,
        List<Disk> disks,
        List<NamedDisk> named,
        List<Tool> tools,
        List<ServerProcess> processes) {
    public HostFacts {
        disks = List.copyOf(disks);
        named = List.copyOf(named);
        tools = List.copyOf(tools);
        processes = List.copyOf(processes);
    }

    /** The same with these tools, as they were seen before. */
    public HostFacts withTools(List<Tool> known) {
        return new HostFacts(takenAt, user, machine, system, ahead, roundTrip, load, disks, named, known, processes);
    }

    /**
     * How busy it is.
     *
     * @param average of processes that run or wait to run: in the last minute, five, fifteen
     * @param uptime since it was started
     * @param availableBytes what programs could still take, page cache given up
     */
    public record Load(
            int cores,
            List<Double> average,
            Duration uptime,
            long memoryBytes,
            long availableBytes,
            long swapBytes,
            long swapFreeBytes) {
        public Load {
            average = List.copyOf(average);
        }
    }

    /**
     * The disk below a folder.
     *
     * @param mount where its file system is mounted
     * @param freeBytes as far as an ordinary user may use them
     */
    public record Disk(String folder, String mount, long sizeBytes, long freeBytes) {}

    /** @param setting which of the settings that were asked for, from 0; one may name several folders */
    public record NamedDisk(int setting, Disk disk) {}

    /** A tool for backups, as it tells its version: {@code pg_dump (PostgreSQL) 15.20}. */
    public record Tool(String name, String path, String version) {}

    /**
     * A process of a server.
     *
     * @param pid as {@code pg_stat_activity} numbers it, or a Redis itself
     * @param title as it calls itself: {@code postgres: checkpointer}; empty if it can't be known
     * @param cpu used since it was started
     * @param startedAfter the host's start: with the pid it tells processes apart
     * @param readBytes from disks since it was started; empty where that is not for everybody to know
     * @param writtenBytes to disks, the same
     */
    public record ServerProcess(
            int pid,
            String title,
            Duration cpu,
            Duration startedAfter,
            OptionalLong readBytes,
            OptionalLong writtenBytes) {}
}
