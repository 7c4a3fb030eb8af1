package dev.watchkeeper.backup.dump;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.reading.Sidecar;
import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One dump.
 *
 * @param path below the source's folder
 * @param packing in what it is packed besides: {@code gzip}; empty if it is not
 */
record Dump(String path, DumpHead head, String packing, boolean encrypted, long bytes, Instant changedAt, String form) {
    Backup backup(BackupSource source, String root, ZoneId zone, Sidecar sidecar) {
        Instant stopped = sidecar.stoppedAt().orElse(changedAt);
        return Backup.of(source, path, BackupKind.DUMP, path.equals(".") ? root : root + "/" + path)
                .database(sidecar.database().or(head::database).or(this::byName))
                .startedAt(sidecar.startedAt()
                        .or(() ->
                                head.created().map(clock -> clock.instant(zone)).filter(at -> !at.isAfter(stopped))))
                .stoppedAt(Optional.of(stopped))
                .sizeBytes(isBare() ? OptionalLong.of(bytes) : OptionalLong.empty())
                .repoBytes(OptionalLong.of(bytes))
                .proof(sidecar.proof())
                .error(head.error())
                .serverVersion(sidecar.serverVersion().or(head::server))
                .encrypted(encrypted)
                .format(format(sidecar))
                .done();
    }

    private String format(Sidecar sidecar) {
        return Stream.of(form, sidecar.content().orElse(""), packing)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private boolean isBare() {
        return packing.isEmpty() && !encrypted && (form.equals(DumpHead.PLAIN) || form.equals(DumpHead.CLUSTER));
    }

    /** What pg_dumpall writes is of no one database. */
    private Optional<String> byName() {
        return form.equals(DumpHead.CLUSTER) || form.equals(Backup.GLOBALS)
                ? Optional.empty()
                : DumpName.database(path);
    }
}
