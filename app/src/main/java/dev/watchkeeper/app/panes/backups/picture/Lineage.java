package dev.watchkeeper.app.panes.backups.picture;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.windows.Chains;
import dev.watchkeeper.kernel.host.BackupSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which backup builds on which. Immutable. */
public final class Lineage {
    /** Tells backups apart: an id is unique in its source. */
    public record Key(BackupSource source, String id) {
        public static Key of(Backup backup) {
            return new Key(backup.source(), backup.id());
        }
    }

    private final Chains whole;
    private final Map<Key, Backup> all = new LinkedHashMap<>();
    private final Map<Key, List<Backup>> lines = new HashMap<>();
    private final Map<Key, List<Backup>> followers = new HashMap<>();

    public Lineage(List<Backup> backups) {
        whole = new Chains(backups);
        backups.forEach(backup -> all.put(Key.of(backup), backup));
        backups.forEach(this::link);
    }

    private void link(Backup backup) {
        List<Backup> chain = new ArrayList<>(List.of(backup));
        Set<Key> seen = new HashSet<>(Set.of(Key.of(backup)));
        Optional<Backup> next = prior(backup);
        while (next.isPresent() && seen.add(Key.of(next.get()))) {
            chain.add(next.get());
            followers
                    .computeIfAbsent(Key.of(next.get()), key -> new ArrayList<>())
                    .add(backup);
            next = prior(next.get());
        }
        Collections.reverse(chain);
        lines.put(Key.of(backup), List.copyOf(chain));
    }

    /** The one with this key. */
    public Optional<Backup> find(Key key) {
        return Optional.ofNullable(all.get(key));
    }

    /** The one that it builds on; empty if it builds on none, or that is gone. */
    public Optional<Backup> prior(Backup backup) {
        return backup.prior().flatMap(id -> find(new Key(backup.source(), id)));
    }

    /** From the full one to this one; begins later if what it builds on is gone. */
    public List<Backup> chain(Backup backup) {
        return lines.getOrDefault(Key.of(backup), List.of(backup));
    }

    /** Those that build on it, directly or not. */
    public List<Backup> followers(Backup backup) {
        return List.copyOf(followers.getOrDefault(Key.of(backup), List.of()));
    }

    /** Whether it is complete, and all that it builds on is there and complete too. */
    public boolean isUsable(Backup backup) {
        return whole.isWhole(backup);
    }
}
