package dev.watchkeeper.app.panes.backups.picture;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.kernel.text.Sizes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One archive as stretches of time. A tool that tells no times leaves them to be guessed from its backups. */
final class WalBars {
    private final WalArchive archive;
    private final Catalog catalog;

    WalBars(WalArchive archive, Catalog catalog) {
        this.archive = archive;
        this.catalog = catalog;
    }

    List<Lane.Bar> bars() {
        List<Lane.Bar> bars = new ArrayList<>();
        for (WalArchive.Stretch stretch : archive.stretches()) {
            Optional<Instant> from = stretch.from().or(() -> firstSaved(stretch.timeline()));
            Instant to = stretch.to().or(archive::newestAt).orElse(catalog.takenAt());
            from.filter(at -> !at.isAfter(to))
                    .ifPresent(at -> bars.add(new Lane.Bar(
                            at,
                            to,
                            0,
                            false,
                            Sizes.of(stretch.segments(), "segment", "segments") + " of timeline " + stretch.timeline(),
                            "")));
        }
        for (WalArchive.Gap gap : archive.gaps()) {
            gap.after().or(gap::before).ifPresent(after -> {
                Instant before = gap.before().filter(at -> at.isAfter(after)).orElse(after);
                bars.add(new Lane.Bar(after, before, 0, true, missing(gap), ""));
            });
        }
        bars.sort(Comparator.comparing(Lane.Bar::from));
        return bars;
    }

    /** {@code 2 segments missing}. */
    static String missing(WalArchive.Gap gap) {
        return Sizes.of(gap.segments(), "segment", "segments") + " missing";
    }

    private Optional<Instant> firstSaved(int timeline) {
        return catalog.backups().stream()
                .filter(backup -> backup.source().equals(archive.source()))
                .filter(backup -> backup.timeline().orElse(timeline) == timeline)
                .map(Backup::startedAt)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }
}
