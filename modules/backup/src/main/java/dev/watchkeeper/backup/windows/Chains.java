package dev.watchkeeper.backup.windows;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.kernel.host.BackupSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which backups are whole: complete, without an error, and all that they build on as well. */
public final class Chains {
    private record Key(BackupSource source, String id) {}

    private final Map<Key, Backup> known = new HashMap<>();

    public Chains(List<Backup> backups) {
        backups.forEach(backup -> known.put(new Key(backup.source(), backup.id()), backup));
    }

    /** Whether a cluster can be had from it. */
    public boolean isUsable(Backup backup) {
        return isPhysical(backup) && isWhole(backup);
    }

    /** Whether it and all that it builds on are there and good. */
    public boolean isWhole(Backup backup) {
        Set<String> seen = new HashSet<>();
        Optional<Backup> one = Optional.of(backup);
        while (one.isPresent()) {
            Backup now = one.get();
            if (!isGood(now) || !seen.add(now.id())) {
                return false;
            }
            if (now.prior().isEmpty()) {
                return true;
            }
            one = Optional.ofNullable(
                    known.get(new Key(now.source(), now.prior().get())));
        }
        return false;
    }

    /** Whether a server can be started from it, and WAL be applied. */
    public static boolean isPhysical(Backup backup) {
        return backup.kind() == BackupKind.FULL
                || backup.kind() == BackupKind.DIFF
                || backup.kind() == BackupKind.INCR
                || backup.kind() == BackupKind.BASEBACKUP;
    }

    /** Whether nothing is known against this one alone. */
    public static boolean isGood(Backup backup) {
        return backup.error().isEmpty()
                && backup.proof().map(proof -> proof.good()).orElse(true);
    }
}
