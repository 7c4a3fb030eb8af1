package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.panes.backups.picture.Lane;
import dev.watchkeeper.app.panes.backups.picture.Lanes;
import dev.watchkeeper.app.panes.backups.picture.Lineage;
import dev.watchkeeper.app.panes.backups.picture.Promotion;
import dev.watchkeeper.app.panes.backups.picture.Routes;
import dev.watchkeeper.app.reports.Times;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.poll.Snapshot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the pane shows at one moment, made off the FX thread. Immutable.
 *
 * @param snapshot as it was read
 * @param catalog the same, with what is kept of sources that could not be read this time
 * @param stale those sources, and of when what is shown of them is
 */
record BackupsScene(
        Snapshot<Catalog> snapshot,
        Catalog catalog,
        Map<BackupSource, Instant> stale,
        Lineage lineage,
        Routes routes,
        List<Lane> lanes,
        List<Promotion> promotions,
        Times times) {
    static BackupsScene of(Snapshot<Catalog> snapshot, Catalog catalog, Map<BackupSource, Instant> stale, ZoneId zone) {
        Times times = new Times(zone, snapshot.takenAt());
        Lineage lineage = new Lineage(catalog.backups());
        return new BackupsScene(
                snapshot,
                catalog,
                Map.copyOf(stale),
                lineage,
                new Routes(catalog, lineage, times),
                Lanes.of(catalog),
                Promotion.of(catalog),
                times);
    }

    /** The catalog with what is known of sources that don't answer now. */
    Snapshot<Catalog> known() {
        return new Snapshot<>(catalog(), snapshot.takenAt(), snapshot.version(), snapshot.cost());
    }

    Instant at() {
        return snapshot.takenAt();
    }

    /** Of when what is shown of this backup is, if that is not now. */
    Optional<Instant> staleSince(Backup backup) {
        return Optional.ofNullable(stale.get(backup.source()));
    }

    /** Whether no source at all could be read, now or earlier. */
    boolean isBlind() {
        return catalog.backups().isEmpty()
                && catalog.archives().isEmpty()
                && !catalog.sources().isEmpty()
                && catalog.sources().stream().allMatch(one -> one.trouble().isPresent());
    }
}
