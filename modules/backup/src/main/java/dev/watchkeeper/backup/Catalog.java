package dev.watchkeeper.backup;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All backups of one server, from every source.
 *
 * @param takenAt when it was read, by the workstation's clock
 * @param backups the newest first
 * @param windows in order of time
 * @param policy what is demanded, and how that is kept
 * @param sources what was asked, each with what went wrong there
 */
public record Catalog(
        Instant takenAt,
        List<Backup> backups,
        List<WalArchive> archives,
        List<RecoveryWindow> windows,
        List<Finding> policy,
        List<Asked> sources) {
    public Catalog {
        backups = List.copyOf(backups);
        archives = List.copyOf(archives);
        windows = List.copyOf(windows);
        policy = List.copyOf(policy);
        sources = List.copyOf(sources);
    }

    /** A moment by the clock of a source's host, as the workstation's clock showed it. */
    public Instant here(BackupSource source, Instant there) {
        long ahead = sources.stream()
                .filter(asked -> asked.source().equals(source))
                .flatMap(asked -> asked.aheadMillis().stream())
                .findFirst()
                .orElse(0L);
        return there.minusMillis(ahead);
    }

    /**
     * A source that was asked.
     *
     * @param trouble why nothing, or not all, of it is here
     * @param tool the tool and its version, as found on the host; empty if none is needed
     * @param freeBytes what is free where it lies
     * @param aheadMillis how far the host's clock is ahead of the workstation's; negative if behind
     */
    public record Asked(
            BackupSource source,
            Optional<Fault> trouble,
            Optional<String> tool,
            Optional<Long> freeBytes,
            Optional<Long> aheadMillis) {}
}
