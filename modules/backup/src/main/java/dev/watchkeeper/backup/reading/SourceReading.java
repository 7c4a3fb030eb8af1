package dev.watchkeeper.backup.reading;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.kernel.fault.Fault;
import java.util.List;
import java.util.Optional;

/**
 * What one source told.
 *
 * @param trouble why it is nothing, or not all
 * @param tool the tool and its version
 */
public record SourceReading(
        List<Backup> backups, List<WalArchive> archives, Optional<Fault> trouble, Optional<String> tool) {
    public SourceReading {
        backups = List.copyOf(backups);
        archives = List.copyOf(archives);
    }

    /** Nothing but trouble. */
    public static SourceReading of(Fault trouble) {
        return new SourceReading(List.of(), List.of(), Optional.of(trouble), Optional.empty());
    }
}
