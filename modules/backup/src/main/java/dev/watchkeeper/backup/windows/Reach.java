package dev.watchkeeper.backup.windows;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.backup.WalArchive.Branch;
import dev.watchkeeper.backup.WalArchive.Stretch;
import dev.watchkeeper.backup.wal.WalName;
import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How far one gets from a backup with the WAL of one archive, on every timeline that leads on from it. */
final class Reach {
    private final WalArchive archive;
    private final List<Backup> backups;

    /** @param backups all that are known, whose times help where the archive tells none */
    Reach(WalArchive archive, List<Backup> backups) {
        this.archive = archive;
        this.backups = backups;
    }

    /** None if the WAL that makes it consistent is not all there. */
    List<Span> from(Backup backup) {
        Optional<WalName> start = backup.walStart().flatMap(WalName::of);
        Optional<WalName> stop = backup.walStop().or(backup::walStart).flatMap(WalName::of);
        Optional<Instant> complete = backup.stoppedAt();
        List<Span> spans = new ArrayList<>();
        if (start.isPresent() && stop.isPresent() && complete.isPresent()) {
            int timeline = start.get().timeline();
            follow(
                    timeline,
                    number(start.get()),
                    number(stop.get()),
                    new HashSet<>(),
                    (stretch, to) -> spans.add(new Span(
                            Kinship.cluster(backup, archive),
                            complete.get(),
                            to.isBefore(complete.get()) ? complete.get() : to,
                            stretch.timeline(),
                            backup.id(),
                            place(backup))));
        }
        return spans;
    }

    /** Hears of each end that can be reached. */
    private interface End {
        void at(Stretch stretch, Instant time);
    }

    /**
     * Goes along a timeline, and into those that leave it.
     *
     * @param first the segment that is needed first
     * @param needed the segment up to which it must be there at least
     */
    private void follow(int timeline, long first, long needed, Set<Integer> seen, End end) {
        Optional<Stretch> found = holding(timeline, first);
        if (!seen.add(timeline)) {
            return;
        }
        long last = found.map(stretch -> number(stretch.last())).orElse(first - 1);
        boolean leadsOn = false;
        for (Branch branch : archive.branches()) {
            long leaves = Long.divideUnsigned(branch.lsn(), archive.segmentBytes());
            if (branch.parent() == timeline
                    && leaves >= needed
                    && last >= leaves - 1
                    && holding(branch.timeline(), leaves).isPresent()) {
                follow(branch.timeline(), leaves, leaves, seen, end);
                leadsOn |= last <= leaves;
            }
        }
        if (found.isPresent() && last >= needed && !leadsOn) {
            end.at(found.get(), endOf(found.get()));
        }
    }

    private Optional<Stretch> holding(int timeline, long segment) {
        return archive.stretches().stream()
                .filter(stretch -> stretch.timeline() == timeline
                        && number(stretch.first()) <= segment
                        && number(stretch.last()) >= segment)
                .findFirst();
    }

    /**
     * When its last segment was archived, or the end of the newest backup in it, if that is later: whose label is cut to
     * seconds ends after its last segment's file was there, and all up to its end is in these segments.
     */
    private Instant endOf(Stretch stretch) {
        return Stream.concat(
                        stretch.to().stream(),
                        backups.stream()
                                .filter(backup -> Kinship.belongs(backup, archive) && isIn(backup, stretch))
                                .flatMap(backup -> backup.stoppedAt().stream()))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    private boolean isIn(Backup backup, Stretch stretch) {
        return backup.walStop()
                .flatMap(WalName::of)
                .filter(name -> name.timeline() == stretch.timeline()
                        && number(name) >= number(stretch.first())
                        && number(name) <= number(stretch.last()))
                .isPresent();
    }

    private String place(Backup backup) {
        String place = backup.source() instanceof BackupSource.BaseBackups
                ? backup.source().title()
                : backup.place();
        return place.equals(archive.place()) ? place : place + " + " + archive.place();
    }

    private long number(String segment) {
        return WalName.of(segment).map(this::number).orElse(0L);
    }

    private long number(WalName name) {
        return name.number(archive.segmentBytes());
    }
}
