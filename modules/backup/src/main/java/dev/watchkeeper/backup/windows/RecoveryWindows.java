package dev.watchkeeper.backup.windows;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.RecoveryWindow;
import dev.watchkeeper.backup.WalArchive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From when to when every second can be had. A window begins when a whole backup was complete ({@link Chains}) and runs as
 * long as the WAL behind it is there without a gap, through promotions whose history file is there ({@link Reach}).
 *
 * <p>What is exact: which segments are there, and when a backup was complete. What is near: a window's end is when its last
 * segment was archived, or the newest backup in it complete; the last transaction in it may be older, on a server that had nothing to do by as much as
 * {@code archive_timeout}. Where only the first and last segment are known it is at least the newest backup's end.
 */
public final class RecoveryWindows {
    private RecoveryWindows() {}

    /** In order of time; those of one cluster that overlap on one timeline are one. */
    public static List<RecoveryWindow> of(List<Backup> backups, List<WalArchive> archives) {
        List<Span> spans = new ArrayList<>();
        Chains chains = new Chains(backups);
        for (Backup backup : backups) {
            if (chains.isUsable(backup)) {
                archives.stream()
                        .filter(archive -> Kinship.belongs(backup, archive))
                        .forEach(archive -> spans.addAll(new Reach(archive, backups).from(backup)));
            }
        }
        return merged(spans).stream()
                .map(Span::window)
                .sorted(Comparator.comparing(RecoveryWindow::from).thenComparing(RecoveryWindow::to))
                .toList();
    }

    /** Each is put to the first one before it that it touches. */
    private static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        spans.stream().sorted(Comparator.comparing(Span::from)).forEach(span -> {
            for (int i = 0; i < merged.size(); i++) {
                if (merged.get(i).touches(span)) {
                    merged.set(i, merged.get(i).with(span));
                    return;
                }
            }
            merged.add(span);
        });
        return merged;
    }
}
