package dev.watchkeeper.app.panes.backups.picture;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.RecoveryWindow;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.kernel.host.BackupEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts a catalog into the rows of the recovery timeline. */
public final class Lanes {
    private static final List<BackupEngine> PHYSICAL =
            List.of(BackupEngine.PGBACKREST, BackupEngine.BARMAN, BackupEngine.PG_BASEBACKUP);
    private static final List<BackupKind> WHOLE = List.of(BackupKind.FULL, BackupKind.BASEBACKUP);

    private final Catalog catalog;
    private final List<Lane> lanes = new ArrayList<>();
    private final Set<BackupEngine> withParts = EnumSet.noneOf(BackupEngine.class);

    private Lanes(Catalog catalog) {
        this.catalog = catalog;
        catalog.backups().stream()
                .filter(backup -> backup.kind() == BackupKind.DIFF || backup.kind() == BackupKind.INCR)
                .forEach(backup -> withParts.add(backup.source().engine()));
    }

    /** From top to bottom; rows in which nothing would stand are left out. */
    public static List<Lane> of(Catalog catalog) {
        Lanes lanes = new Lanes(catalog);
        PHYSICAL.forEach(lanes::physical);
        lanes.archives();
        lanes.marks("pg_dump", Lane.Look.DUMP, BackupEngine.PG_DUMP, List.of(BackupKind.DUMP));
        lanes.marks("Redis RDB", Lane.Look.RDB, BackupEngine.REDIS, List.of(BackupKind.RDB));
        lanes.windows();
        return List.copyOf(lanes.lanes);
    }

    private void physical(BackupEngine engine) {
        String whole = engine == BackupEngine.PG_BASEBACKUP ? engine.title() : engine.title() + " full";
        String prefix = withParts.size() > 1 ? engine.title() + " " : "";
        marks(whole, Lane.Look.FULL, engine, WHOLE);
        marks(prefix + "differential", Lane.Look.PART, engine, List.of(BackupKind.DIFF));
        marks(prefix + "incremental", Lane.Look.PART, engine, List.of(BackupKind.INCR));
    }

    private void marks(String title, Lane.Look look, BackupEngine engine, List<BackupKind> kinds) {
        List<Lane.Mark> marks = catalog.backups().stream()
                .filter(backup -> backup.source().engine() == engine && kinds.contains(backup.kind()))
                .flatMap(backup -> mark(backup).stream())
                .sorted(Comparator.comparing(Lane.Mark::from))
                .toList();
        if (!marks.isEmpty()) {
            lanes.add(new Lane(title, look, marks, List.of(), 1));
        }
    }

    private Optional<Lane.Mark> mark(Backup backup) {
        State state = State.of(backup, catalog.takenAt());
        return backup.startedAt().or(backup::stoppedAt).map(from -> {
            Instant end = backup.stoppedAt().orElse(state == State.RUNNING ? catalog.takenAt() : from);
            return new Lane.Mark(from, end.isBefore(from) ? from : end, backup, state);
        });
    }

    private void archives() {
        List<WalArchive> archives = catalog.archives();
        for (WalArchive archive : archives) {
            List<Lane.Bar> bars = new WalBars(archive, catalog).bars();
            if (!bars.isEmpty()) {
                String title = archives.size() == 1
                        ? "WAL archive"
                        : "WAL · " + archive.source().engine().title();
                lanes.add(new Lane(title, Lane.Look.WAL, List.of(), bars, 1));
            }
        }
    }

    private void windows() {
        List<Lane.Bar> bars = new ArrayList<>();
        List<Instant> ends = new ArrayList<>();
        catalog.windows().stream()
                .sorted(Comparator.comparing(RecoveryWindow::from))
                .forEach(window -> {
                    int row = free(ends, window.from());
                    ends.set(row, window.to());
                    bars.add(new Lane.Bar(
                            window.from(),
                            window.to(),
                            row,
                            false,
                            "every second, timeline " + window.timeline(),
                            "timeline " + window.timeline()));
                });
        if (!bars.isEmpty()) {
            lanes.add(new Lane("can be had", Lane.Look.WINDOW, List.of(), bars, ends.size()));
        }
    }

    /** The first row in which nothing stands at that time any more. */
    private static int free(List<Instant> ends, Instant from) {
        for (int row = 0; row < ends.size(); row++) {
            if (!ends.get(row).isAfter(from)) {
                return row;
            }
        }
        ends.add(from);
        return ends.size() - 1;
    }
}
