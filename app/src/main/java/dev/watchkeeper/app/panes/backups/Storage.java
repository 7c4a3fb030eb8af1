package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the backups take, and how long there is room for more.
 *
 * @param bytes all backups and archives together, as far as it is known
 * @param room where it ends first; empty if nobody tells what is free
 */
record Storage(long bytes, Optional<Room> room) {
    private static final Duration WEEK = Duration.ofDays(7);

    /** Of less than this no rate is worked out. */
    private static final Duration ENOUGH = Duration.ofDays(2);

    /**
     * What is free in one place.
     *
     * @param full how long it takes until that is full, if as much comes as in the last week and nothing expires; empty
     *     if not known
     */
    record Room(long free, Optional<Duration> full) {}

    static Storage of(Catalog catalog) {
        long archives = catalog.archives().stream()
                .mapToLong(archive -> archive.bytes().orElse(0L))
                .sum();
        Optional<Room> room = catalog.sources().stream()
                .flatMap(asked -> asked.freeBytes().map(free -> room(catalog, asked.source(), free)).stream())
                .min(Comparator.comparing((Room one) -> one.full().orElse(Duration.ofSeconds(Long.MAX_VALUE)))
                        .thenComparingLong(Room::free));
        return new Storage(sum(catalog.backups()) + archives, room);
    }

    private static long sum(List<Backup> backups) {
        return backups.stream().mapToLong(one -> one.repoBytes().orElse(0)).sum();
    }

    private static Room room(Catalog catalog, BackupSource source, long free) {
        Instant weekAgo = catalog.takenAt().minus(WEEK);
        List<Backup> here = catalog.backups().stream()
                .filter(one -> one.source().equals(source))
                .toList();
        Optional<Instant> first =
                here.stream().flatMap(one -> one.startedAt().stream()).min(Instant::compareTo);
        Duration known = first.map(at -> Duration.between(at.isBefore(weekAgo) ? weekAgo : at, catalog.takenAt()))
                .orElse(Duration.ZERO);
        if (known.compareTo(ENOUGH) < 0) {
            return new Room(free, Optional.empty());
        }
        double come = sum(here.stream()
                        .filter(one -> one.startedAt()
                                .filter(at -> !at.isBefore(weekAgo))
                                .isPresent())
                        .toList())
                + archived(catalog, source, known);
        return new Room(
                free,
                come <= 0
                        ? Optional.empty()
                        : Optional.of(Duration.ofSeconds((long) Math.min(free / come * known.toSeconds(), 1e11))));
    }

    /** Of an archive only its whole size is known: its share of the time that it covers. */
    private static double archived(Catalog catalog, BackupSource source, Duration known) {
        double all = 0;
        for (WalArchive archive : catalog.archives()) {
            Optional<Instant> from = archive.stretches().stream()
                    .flatMap(one -> one.from().stream())
                    .min(Instant::compareTo);
            if (archive.source().equals(source)
                    && from.isPresent()
                    && archive.bytes().isPresent()) {
                double covers = Math.max(
                        known.toSeconds(),
                        Duration.between(from.get(), catalog.takenAt()).toSeconds());
                all += archive.bytes().get() * known.toSeconds() / covers;
            }
        }
        return all;
    }
}
