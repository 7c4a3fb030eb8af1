package dev.watchkeeper.app.panes.backups.picture;

import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.RecoveryWindow;
import dev.watchkeeper.backup.windows.Recovery;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What would be lost if the server burnt down now.
 *
 * @param since the last moment that can be had, by the workstation's clock
 * @param lost how long ago that was
 * @param archived whether WAL reaches there; else it is a backup's moment
 */
public record Risk(Instant since, Duration lost, boolean archived) {
    /** Empty if nothing at all can be had. */
    public static Optional<Risk> of(Catalog catalog) {
        return Recovery.loss(catalog).map(lost -> {
            Instant since = catalog.takenAt().minus(lost);
            boolean archived = catalog.windows().stream()
                    .map(RecoveryWindow::to)
                    .max(Comparator.naturalOrder())
                    .filter(to -> !to.isBefore(since.minusSeconds(60)))
                    .isPresent();
            return new Risk(since, lost, archived);
        });
    }
}
