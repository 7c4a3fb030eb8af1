package dev.watchkeeper.app.panes.backups.picture;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.RecoveryWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What would be lost if the server burnt down now.
 *
 * @param since the last moment that can be had
 * @param lost how long ago that was
 * @param archived whether WAL reaches there; else it is a backup's moment
 */
public record Risk(Instant since, Duration lost, boolean archived) {
    /** Empty if nothing at all can be had. */
    public static Optional<Risk> of(Catalog catalog, Chains chains, Times times) {
        Optional<Instant> window = CatalogSentence.newest(catalog).map(RecoveryWindow::to);
        List<Backup> usable =
                catalog.backups().stream().filter(chains::isUsable).toList();
        // a dump is one database: it counts where there is nothing else
        boolean whole = usable.stream().anyMatch(Chains::isPhysical);
        Optional<Instant> backup = usable.stream()
                .filter(one -> !whole || Chains.isPhysical(one))
                .flatMap(one -> Routes.moment(one).stream())
                .max(Comparator.naturalOrder());
        boolean archived = window.isPresent()
                && backup.filter(at -> at.isAfter(window.get())).isEmpty();
        return (archived ? window : backup).map(at -> new Risk(at, Duration.between(at, times.now()), archived));
    }
}
