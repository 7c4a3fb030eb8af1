package dev.watchkeeper.backup.retention;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.hosts.ShellFile;
import dev.watchkeeper.hosts.ShellWords;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Takes files and folders away that are backups of a certain age. */
final class RemoveBackups extends HostChange {
    private static final ShellFile SCRIPT = ShellFile.beside(RemoveBackups.class, "remove.sh");

    private final BackupSource source;
    private final List<Backup> backups;
    private final Instant limit;

    /** @param limit what was written later stays */
    RemoveBackups(Target target, HostFinder hosts, BackupSource source, List<Backup> backups, Instant limit) {
        super(target, hosts, source.host());
        this.source = source;
        this.backups = List.copyOf(backups);
        this.limit = limit;
    }

    @Override
    public String preview() {
        long bytes =
                backups.stream().mapToLong(one -> one.repoBytes().orElse(0)).sum();
        return "removes " + Sizes.of(backups.size(), "backup", "backups") + " (" + Sizes.bytes(bytes) + ") from "
                + source.title() + " on " + host() + "; there is no way back";
    }

    @Override
    public String statement() {
        return backups.stream()
                .map(one -> "rm -rf -- " + ShellWords.quote(source.title() + "/" + one.id()))
                .collect(Collectors.joining("\n"));
    }

    @Override
    String script() {
        SequencedMap<String, String> given = new LinkedHashMap<>();
        given.put("folder", source.title());
        given.put("limit", Long.toString(limit.getEpochSecond()));
        return "set -- " + ShellWords.join(backups.stream().map(Backup::id).toList()) + "\n" + SCRIPT.with(given);
    }
}
