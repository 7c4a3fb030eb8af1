package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.panes.backups.picture.Lineage;
import dev.watchkeeper.backup.Backup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which lineage are shown in full. Lives on the FX thread. */
final class Folding {
    /** So few are shown all at once. */
    private static final int FEW = 60;

    private final Set<Lineage.Key> toggled = new HashSet<>();

    /** Opens or closes the chain that begins with this backup. */
    void toggle(Lineage.Key head) {
        if (!toggled.remove(head)) {
            toggled.add(head);
        }
    }

    /**
     * The rows, lineage together, those with the newest backup first.
     *
     * @param filter what is to be seen
     * @param flat no lineage: all that pass, one below the other
     */
    List<BackupLine> lines(BackupsScene scene, Predicate<Backup> filter, boolean flat) {
        if (flat) {
            return scene.catalog().backups().stream()
                    .filter(filter)
                    .map(backup -> line(scene, backup, BackupLine.Fold.NONE, 0, false))
                    .toList();
        }
        Map<Lineage.Key, List<Backup>> byHead = new LinkedHashMap<>();
        Map<Lineage.Key, Instant> newest = new HashMap<>();
        for (Backup backup : scene.catalog().backups()) {
            Lineage.Key head = Lineage.Key.of(scene.lineage().chain(backup).getFirst());
            byHead.computeIfAbsent(head, key -> new ArrayList<>()).add(backup);
            newest.merge(head, begun(backup), (one, other) -> one.isAfter(other) ? one : other);
        }
        List<BackupLine> lines = new ArrayList<>();
        Set<Object> firsts = new HashSet<>();
        boolean few = scene.catalog().backups().size() <= FEW;
        byHead.keySet().stream()
                .sorted(Comparator.comparing((Lineage.Key key) -> newest.getOrDefault(key, Instant.EPOCH))
                        .reversed())
                .forEach(head -> {
                    List<Backup> chain = byHead.getOrDefault(head, List.of());
                    boolean usual = few || (chain.size() > 1 && firsts.add(head.source()));
                    chain(scene, head, chain, usual != toggled.contains(head), lines);
                });
        return lines;
    }

    private static void chain(
            BackupsScene scene, Lineage.Key head, List<Backup> members, boolean open, List<BackupLine> lines) {
        int builders = members.size() - 1;
        scene.lineage().find(head).ifPresent(first -> {
            BackupLine.Fold fold =
                    builders == 0 ? BackupLine.Fold.NONE : open ? BackupLine.Fold.OPEN : BackupLine.Fold.CLOSED;
            lines.add(line(scene, first, fold, builders, false));
        });
        if (open) {
            members.stream()
                    .filter(member -> !Lineage.Key.of(member).equals(head))
                    .sorted(Comparator.comparing(Folding::begun).reversed())
                    .forEach(member -> lines.add(line(scene, member, BackupLine.Fold.NONE, 0, true)));
        }
    }

    private static Instant begun(Backup backup) {
        return backup.startedAt().or(backup::stoppedAt).orElse(Instant.EPOCH);
    }

    private static BackupLine line(
            BackupsScene scene, Backup backup, BackupLine.Fold fold, int builders, boolean inside) {
        return new BackupLine(
                backup, fold, builders, inside, scene.staleSince(backup).isPresent(), scene.times());
    }
}
