package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.Finding;
import dev.watchkeeper.backup.RecoveryWindow;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.poll.Snapshot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Remembers what each source held when it could last be read. Thread-safe; call it off the FX thread. */
final class BackupsModel {
    /** What one source held. */
    private record Kept(Instant at, List<Backup> backups, List<WalArchive> archives, List<RecoveryWindow> windows) {
        static Kept of(Catalog catalog, BackupSource source) {
            List<Backup> backups = catalog.backups().stream()
                    .filter(backup -> backup.source().equals(source))
                    .toList();
            Set<String> ids = backups.stream().map(Backup::id).collect(Collectors.toSet());
            return new Kept(
                    catalog.takenAt(),
                    backups,
                    catalog.archives().stream()
                            .filter(archive -> archive.source().equals(source))
                            .toList(),
                    catalog.windows().stream()
                            .filter(window -> ids.contains(window.backup()))
                            .toList());
        }

        boolean isEmpty() {
            return backups.isEmpty() && archives.isEmpty();
        }
    }

    private final ZoneId zone;
    private final Map<BackupSource, Kept> kept = new HashMap<>();
    private List<Finding> policy = List.of();

    BackupsModel(ZoneId zone) {
        this.zone = zone;
    }

    /** Takes in what was read now. */
    synchronized BackupsScene seen(Snapshot<Catalog> snapshot) {
        Catalog now = snapshot.value();
        Map<BackupSource, Kept> missed = new HashMap<>();
        for (Catalog.Asked asked : now.sources()) {
            Kept found = Kept.of(now, asked.source());
            Kept earlier = kept.get(asked.source());
            if (asked.trouble().isPresent() && found.isEmpty() && earlier != null && !earlier.isEmpty()) {
                missed.put(asked.source(), earlier);
            } else {
                kept.put(asked.source(), found);
            }
        }
        if (missed.isEmpty()) {
            policy = now.policy();
            return BackupsScene.of(snapshot, now, Map.of(), zone);
        }
        Map<BackupSource, Instant> stale = new HashMap<>();
        missed.forEach((source, earlier) -> stale.put(source, earlier.at()));
        return BackupsScene.of(snapshot, completed(now, missed), stale, zone);
    }

    /** Judged is what was seen when all could be read: what can't be read is not missing. */
    private Catalog completed(Catalog now, Map<BackupSource, Kept> missed) {
        List<Backup> backups = new ArrayList<>(now.backups());
        List<WalArchive> archives = new ArrayList<>(now.archives());
        List<RecoveryWindow> windows = new ArrayList<>(now.windows());
        missed.values().forEach(earlier -> {
            backups.addAll(earlier.backups());
            archives.addAll(earlier.archives());
            windows.addAll(earlier.windows());
        });
        backups.sort(Comparator.comparing((Backup backup) -> backup.startedAt().orElse(Instant.EPOCH))
                .reversed());
        windows.sort(Comparator.comparing(RecoveryWindow::from));
        return new Catalog(now.takenAt(), backups, archives, windows, policy, now.sources());
    }
}
