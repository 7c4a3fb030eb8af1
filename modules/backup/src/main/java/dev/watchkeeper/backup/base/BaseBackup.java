package dev.watchkeeper.backup.base;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.reading.Sidecar;
import dev.watchkeeper.backup.wal.Lsn;
import dev.watchkeeper.backup.wal.WalName;
import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One base backup as its label, manifest and files tell of it.
 *
 * @param bytes of all its files, as the manifest says
 * @param stored what it takes
 * @param endedAt when the last file that tells of it was written
 */
record BaseBackup(
        String path,
        BackupLabel label,
        Optional<Manifest> manifest,
        Optional<BackupLabel> history,
        OptionalLong bytes,
        OptionalLong stored,
        Instant endedAt,
        boolean tar,
        Optional<String> version,
        Optional<String> systemId,
        Optional<String> error) {

    Backup backup(BackupSource source, String root, Sidecar sidecar, Optional<String> prior) {
        return Backup.of(
                        source,
                        path.isEmpty() ? "." : path,
                        isIncremental() ? BackupKind.INCR : BackupKind.BASEBACKUP,
                        path.isEmpty() ? root : root + "/" + path)
                .startedAt(label.startedAt().or(sidecar::startedAt))
                .stoppedAt(sidecar.stoppedAt().or(this::stoppedAt))
                .sizeBytes(isIncremental() ? OptionalLong.empty() : bytes)
                .repoBytes(stored)
                .walStart(label.startSegment().map(WalName::toString))
                .walStop(stop().map(WalName::toString))
                .timeline(timeline())
                .prior(prior)
                .proof(sidecar.proof())
                .error(error)
                .serverVersion(sidecar.serverVersion().or(() -> version))
                .systemId(systemId)
                .format(tar ? "tar" : "plain")
                .done();
    }

    boolean isIncremental() {
        return label.incrementalFrom().isPresent();
    }

    OptionalInt timeline() {
        if (label.timeline().isPresent()) {
            return label.timeline();
        }
        return label.startSegment()
                .map(segment -> OptionalInt.of(segment.timeline()))
                .orElse(OptionalInt.empty());
    }

    /** How large segments are, by a position and the segment in which it lies. */
    OptionalLong segmentBytes() {
        return label.startLsn().isPresent() && label.startSegment().isPresent()
                ? Lsn.segmentBytes(
                        label.startLsn().getAsLong(), label.startSegment().get())
                : OptionalLong.empty();
    }

    /** A label's times are cut to seconds: it was complete within the second that follows. */
    private Optional<Instant> stoppedAt() {
        return history.flatMap(BackupLabel::stoppedAt)
                .map(at -> at.plusSeconds(1))
                .filter(at -> at.isBefore(endedAt))
                .or(() -> Optional.of(endedAt));
    }

    private Optional<WalName> stop() {
        OptionalLong end = manifest.map(Manifest::endLsn).orElse(OptionalLong.empty());
        OptionalInt timeline = manifest.map(Manifest::timeline).orElse(OptionalInt.empty());
        OptionalLong size = segmentBytes();
        if (end.isPresent() && timeline.isPresent() && size.isPresent()) {
            // what ends at a segment's first byte needs only the one before it
            return Optional.of(WalName.holding(timeline.getAsInt(), end.getAsLong() - 1, size.getAsLong()));
        }
        return history.flatMap(BackupLabel::stopSegment);
    }
}
