package dev.watchkeeper.app.panes.backups.picture;

import dev.watchkeeper.app.reports.Times;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.RecoveryWindow;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.backup.windows.Chains;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the way back to any moment, or why there is none. Immutable. */
public final class Routes {
    private final Catalog catalog;
    private final Lineage lineage;
    private final Times times;
    private final List<Backup> usable;
    private final List<Route.Near> near;

    public Routes(Catalog catalog, Lineage lineage, Times times) {
        this.catalog = catalog;
        this.lineage = lineage;
        this.times = times;
        this.usable = catalog.backups().stream().filter(lineage::isUsable).toList();
        List<Route.Near> all = new ArrayList<>();
        catalog.windows().forEach(window -> {
            all.add(new Route.Near(window.from(), Optional.empty()));
            all.add(new Route.Near(window.to(), Optional.empty()));
        });
        usable.stream()
                .filter(backup ->
                        backup.kind() != BackupKind.WAL && !backup.format().equals(Backup.GLOBALS))
                .forEach(backup -> moment(backup).ifPresent(at -> all.add(new Route.Near(at, Optional.of(backup)))));
        // of what is at the same moment, every second is worth more than one
        all.sort(Comparator.comparing(Route.Near::at)
                .thenComparing(one -> one.with().isPresent()));
        this.near = List.copyOf(all);
    }

    /** The moment that a backup alone brings back: a dump is as of its beginning, the others as of their end. */
    static Optional<Instant> moment(Backup backup) {
        return Chains.isPhysical(backup)
                ? backup.stoppedAt().or(backup::startedAt)
                : backup.startedAt().or(backup::stoppedAt);
    }

    /** Moments that can be had, in order of time: ends of windows, and what backups alone give. */
    public List<Route.Near> landmarks() {
        return near;
    }

    /** The first moment that can be had. */
    public Optional<Instant> earliest() {
        return near.isEmpty() ? Optional.empty() : Optional.of(near.getFirst().at());
    }

    /** The last one. */
    public Optional<Instant> latest() {
        return near.isEmpty() ? Optional.empty() : Optional.of(near.getLast().at());
    }

    /** The way to a moment. */
    public Route to(Instant moment) {
        return catalog.windows().stream()
                .filter(window -> !moment.isBefore(window.from()) && !moment.isAfter(window.to()))
                .map(window -> through(window, moment))
                // the least to be replayed; of the same the one whose backups are known
                .min(Comparator.comparing((Route.Had had) -> had.chain().isEmpty())
                        .thenComparing(Route.Had::wal))
                .map(had -> (Route) had)
                .orElseGet(() -> lost(moment));
    }

    private Route.Had through(RecoveryWindow window, Instant moment) {
        Optional<Backup> first = catalog.backups().stream()
                .filter(backup -> backup.id().equals(window.backup()))
                .findFirst();
        Optional<Backup> base = first.flatMap(one -> usable.stream()
                .filter(Chains::isPhysical)
                .filter(backup -> backup.source().equals(one.source()))
                .filter(backup -> backup.timeline().orElse(0) <= window.timeline())
                .filter(backup -> backup.stoppedAt()
                        .filter(at -> !at.isAfter(moment) && !at.isBefore(window.from()))
                        .isPresent())
                .max(Comparator.comparing(backup -> backup.stoppedAt().orElse(Instant.MIN))));
        List<Backup> chain = base.or(() -> first).map(lineage::chain).orElse(List.of());
        Instant restored = base.flatMap(Backup::stoppedAt).orElse(window.from());
        return new Route.Had(moment, window, chain, Duration.between(restored, moment));
    }

    private Route lost(Instant moment) {
        Optional<Route.Near> before =
                near.stream().filter(one -> !one.at().isAfter(moment)).reduce((one, other) -> other);
        Optional<Route.Near> after =
                near.stream().filter(one -> one.at().isAfter(moment)).findFirst();
        return new Route.Lost(moment, why(moment), before, after);
    }

    private String why(Instant moment) {
        if (moment.isAfter(catalog.takenAt())) {
            return "it is still to come";
        }
        if (near.isEmpty()) {
            return catalog.backups().isEmpty() ? "there is no backup" : "no backup can be used";
        }
        Optional<RecoveryWindow> last =
                windows().filter(window -> window.to().isBefore(moment)).reduce((one, other) -> other);
        Optional<RecoveryWindow> next =
                windows().filter(window -> window.from().isAfter(moment)).findFirst();
        Optional<WalArchive.Gap> gap = gap(last.map(RecoveryWindow::to), moment);
        if (gap.isPresent()) {
            return broken(gap.get(), next);
        }
        if (near.getFirst().at().isAfter(moment)) {
            return "it is before the end of the first backup that can be used";
        }
        if (catalog.windows().isEmpty()) {
            return catalog.archives().isEmpty()
                    ? "there is no WAL archive, so that only the backups themselves can be restored"
                    : "no backup has all the WAL that comes after it";
        }
        return next.isEmpty()
                ? "what was changed after " + times.second(last.orElseThrow().to()) + " is not in the archive"
                : "no WAL leads there from a backup";
    }

    private Stream<RecoveryWindow> windows() {
        return catalog.windows().stream().sorted(Comparator.comparing(RecoveryWindow::from));
    }

    /** The last gap that lies between the last moment which can be had and this one. */
    private Optional<WalArchive.Gap> gap(Optional<Instant> since, Instant moment) {
        return catalog.archives().stream()
                .flatMap(archive -> archive.gaps().stream())
                .filter(gap -> gap.after()
                        .or(gap::before)
                        .filter(at -> !at.isAfter(moment))
                        .isPresent())
                .filter(gap -> since.isEmpty()
                        || gap.before()
                                .or(gap::after)
                                .filter(at -> !at.isBefore(since.get()))
                                .isPresent())
                .max(Comparator.comparing(gap -> gap.after().or(gap::before).orElse(Instant.MIN)));
    }

    private String broken(WalArchive.Gap gap, Optional<RecoveryWindow> next) {
        String span = gap.first().equals(gap.last()) ? gap.first() : gap.first() + " to " + gap.last();
        String words = WalBars.missing(gap).replace(" missing", gap.segments() == 1 ? " is missing" : " are missing");
        return words + " from the archive (" + span + ")"
                + next.map(window -> ", and the next backup was complete only at " + times.minute(window.from()))
                        .orElse(", and there is no backup after that");
    }
}
