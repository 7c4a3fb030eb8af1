package dev.watchkeeper.app.reports;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.RecoveryWindow;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.backup.windows.Chains;
import dev.watchkeeper.backup.windows.Recovery;
import dev.watchkeeper.kernel.text.Sizes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Back to when one can go, or what is wrong, in one sentence. */
final class BackupReach {
    /** What changed in so little time is not yet a broken archive. */
    static final Duration PATIENCE = Duration.ofHours(1);

    private final Catalog catalog;
    private final Times times;
    private final List<Backup> usable;

    private BackupReach(Catalog catalog, Times times) {
        this.catalog = catalog;
        this.times = times;
        this.usable = catalog.backups().stream()
                .filter(new Chains(catalog.backups())::isWhole)
                .toList();
    }

    static String of(Catalog catalog, Times times) {
        return new BackupReach(catalog, times).words();
    }

    /** The window that reaches farthest. */
    public static Optional<RecoveryWindow> newest(Catalog catalog) {
        return catalog.windows().stream().max(Comparator.comparing(RecoveryWindow::to));
    }

    private String words() {
        if (catalog.backups().isEmpty()) {
            return "there is no backup";
        }
        if (usable.isEmpty()) {
            return "no backup can be used";
        }
        Optional<RecoveryWindow> window = newest(catalog);
        if (window.isPresent()) {
            return within(window.get());
        }
        Optional<Instant> physical = newest(true);
        return physical.map(this::withoutWal).orElseGet(this::dumps);
    }

    private String within(RecoveryWindow window) {
        Optional<WalArchive.Gap> gap = gapAfter(window.to());
        String reach = "every second from " + times.minute(window.from()) + " to " + times.minute(window.to());
        if (gap.isPresent()) {
            return "WAL broken since " + times.minute(window.to()) + ": " + reach
                    + " can be had, after that only the backups themselves";
        }
        if (Duration.between(window.to(), times.now()).compareTo(PATIENCE) > 0) {
            return "nothing archived since " + times.minute(window.to()) + ": " + reach + " can be had";
        }
        return "every second since " + times.minute(window.from()) + " can be had, up to "
                + Recovery.loss(catalog).map(Times::span).orElse("") + " ago";
    }

    private Optional<WalArchive.Gap> gapAfter(Instant moment) {
        return catalog.archives().stream()
                .flatMap(archive -> archive.gaps().stream())
                .filter(gap -> gap.after()
                        .or(gap::before)
                        .filter(at -> !at.isBefore(moment.minusSeconds(1)))
                        .isPresent())
                .findFirst();
    }

    private String withoutWal(Instant last) {
        String only = ": only the backups themselves can be restored, the last of " + times.minute(last);
        if (catalog.archives().isEmpty()) {
            return "there is no WAL archive" + only;
        }
        return catalog.archives().stream()
                .flatMap(archive -> archive.gaps().stream())
                .flatMap(gap -> gap.after().or(gap::before).stream())
                .min(Comparator.naturalOrder())
                .map(at -> "WAL broken since " + times.minute(at) + only)
                .orElse("the WAL archive fits no backup" + only);
    }

    private static Optional<Instant> moment(Backup backup) {
        return Chains.isPhysical(backup) ? backup.at() : backup.startedAt().or(backup::stoppedAt);
    }

    private Optional<Instant> newest(boolean physical) {
        return usable.stream()
                .filter(backup -> Chains.isPhysical(backup) == physical)
                .flatMap(backup -> moment(backup).stream())
                .max(Comparator.naturalOrder());
    }

    private String dumps() {
        String count = Sizes.of(usable.size(), "backup", "backups");
        return newest(false)
                .map(last -> "only what " + (usable.size() == 1 ? "one backup holds" : count + " hold")
                        + " can be had, the last of " + times.minute(last) + ": later changes would be lost")
                .orElse(count + " of which nobody knows when they were made");
    }
}
