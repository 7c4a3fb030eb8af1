package dev.watchkeeper.backup.windows;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.RecoveryWindow;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What a catalog means for whoever must go back. */
public final class Recovery {
    private Recovery() {}

    /** The first moment that can be had. */
    public static Optional<Instant> earliest(Catalog catalog) {
        return catalog.windows().stream().map(RecoveryWindow::from).min(Comparator.naturalOrder());
    }

    /** The last moment that can be had. */
    public static Optional<Instant> latest(Catalog catalog) {
        return catalog.windows().stream().map(RecoveryWindow::to).max(Comparator.naturalOrder());
    }

    /**
     * What would be lost now: the age of the last change that is in an archive from which one can recover, or in a backup.
     * The hosts' clocks are taken into account. Empty if there is nothing to go back to.
     */
    public static Optional<Duration> loss(Catalog catalog) {
        return Stream.concat(archived(catalog), saved(catalog))
                .min(Comparator.naturalOrder())
                .map(age -> age.isNegative() ? Duration.ZERO : age);
    }

    private static Stream<Duration> archived(Catalog catalog) {
        return catalog.archives().stream()
                .flatMap(archive -> reached(catalog, archive).map(at -> age(catalog, archive.source(), at)).stream());
    }

    /** The newest of its segments, if a window ends with it. */
    private static Optional<Instant> reached(Catalog catalog, WalArchive archive) {
        return archive.newestAt()
                .filter(at -> catalog.windows().stream()
                        .anyMatch(window ->
                                !window.to().isBefore(at) && window.place().contains(archive.place())));
    }

    /** A dump or an RDB holds what was there when it was begun, a base backup what was there when it was complete. */
    private static Stream<Duration> saved(Catalog catalog) {
        Chains chains = new Chains(catalog.backups());
        return catalog.backups().stream()
                .filter(backup -> backup.isOfRows() && chains.isWhole(backup))
                .flatMap(backup -> held(backup).map(at -> age(catalog, backup.source(), at)).stream());
    }

    private static Optional<Instant> held(Backup backup) {
        return Chains.isPhysical(backup)
                ? backup.stoppedAt()
                : backup.startedAt().or(backup::stoppedAt);
    }

    private static Duration age(Catalog catalog, BackupSource source, Instant at) {
        return Duration.between(catalog.here(source, at), catalog.takenAt());
    }
}
