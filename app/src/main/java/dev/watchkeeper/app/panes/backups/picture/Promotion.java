package dev.watchkeeper.app.panes.backups.picture;

import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.WalArchive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A new timeline: a standby became the primary, or somebody restored.
 *
 * @param at when its first change was archived, or else its first backup begun
 */
public record Promotion(int timeline, Instant at) {
    /** All that the catalog tells of, in order of time; not the timeline that it begins with. */
    public static List<Promotion> of(Catalog catalog) {
        Map<Integer, Instant> archived = new TreeMap<>();
        Map<Integer, Instant> saved = new TreeMap<>();
        for (WalArchive archive : catalog.archives()) {
            for (WalArchive.Stretch stretch : archive.stretches()) {
                stretch.from().ifPresent(at -> archived.merge(stretch.timeline(), at, Promotion::earlier));
            }
        }
        catalog.backups().stream()
                .filter(backup -> backup.timeline().isPresent())
                .forEach(backup -> backup.startedAt()
                        .ifPresent(at -> saved.merge(backup.timeline().getAsInt(), at, Promotion::earlier)));
        saved.forEach(archived::putIfAbsent);
        List<Promotion> all = new ArrayList<>();
        archived.forEach((timeline, at) -> all.add(new Promotion(timeline, at)));
        all.sort(Comparator.comparingInt(Promotion::timeline));
        return all.isEmpty() ? all : List.copyOf(all.subList(1, all.size()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
