package dev.watchkeeper.backup.redis;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.reading.HostFile;
import dev.watchkeeper.backup.reading.Listing;
import dev.watchkeeper.backup.reading.Packed;
import dev.watchkeeper.backup.reading.Sidecar;
import dev.watchkeeper.kernel.host.BackupSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Tells a Redis' files from others, by how they begin and end. */
final class RedisFiles {
    private static final String AOF = "aof";
    private static final String NAMED = ".*\\.rdb(\\.[a-z0-9]+)*";

    private final BackupSource.RedisDumps source;
    private final Listing listing;
    private final String root;
    private final Map<String, byte[]> heads;
    private final Map<String, byte[]> tails;

    RedisFiles(BackupSource.RedisDumps source, Listing listing) {
        this.source = source;
        this.listing = listing;
        this.root = listing.root();
        this.heads = listing.heads();
        this.tails = listing.tails();
    }

    /** Empty if it is none, and is not called like one. */
    Optional<Backup> file(HostFile file) {
        byte[] head = heads.get(file.path());
        if (head == null) {
            return unread(file);
        }
        Optional<Packed> packed = Packed.of(head);
        byte[] bare = packed.isEmpty()
                ? head
                : packed.get() == Packed.GZIP
                        ? Packed.gunzip(head)
                        : listing.unpacked().getOrDefault(file.path(), new byte[0]);
        String packing = packed.map(Packed::label).orElse("");
        if (RdbHead.isOne(bare)) {
            return Optional.of(rdb(file, RdbHead.read(bare), packing));
        }
        String name = file.baseName();
        if (name.matches(".*\\.aof(\\.[a-z0-9]+)?")) {
            return Optional.of(backup(file, Optional.empty(), AOF, Optional.empty()));
        }
        boolean encrypted = name.matches(".*\\.(gpg|age|enc)");
        boolean unread = encrypted || (packed.isPresent() && bare.length == 0);
        return name.matches(NAMED)
                ? Optional.of(backup(
                        file,
                        Optional.empty(),
                        packing,
                        unread ? Optional.empty() : Optional.of("it does not begin as an RDB file does")))
                : Optional.empty();
    }

    /** Of a bucket only the newest are looked into. */
    private Optional<Backup> unread(HostFile file) {
        if (!file.baseName().matches(NAMED)) {
            return Optional.empty();
        }
        return Optional.of(backup(
                file, Optional.empty(), "", listing.looked() ? Optional.of("it could not be read") : Optional.empty()));
    }

    Backup aof(AofFolder folder) {
        Instant changed = folder.parts().stream()
                .map(HostFile::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        HostFile whole = new HostFile(
                true,
                folder.bytes(),
                changed,
                (folder.path().isEmpty() ? "." : folder.path()).getBytes(StandardCharsets.UTF_8));
        Optional<RdbHead> base = folder.parts().stream()
                .map(part -> heads.getOrDefault(part.path(), new byte[0]))
                .filter(RdbHead::isOne)
                .map(RdbHead::read)
                .findFirst();
        return backup(whole, base, AOF, folder.error());
    }

    private Backup rdb(HostFile file, RdbHead head, String packing) {
        byte[] tail = tails.getOrDefault(file.path(), new byte[0]);
        boolean broken = packing.isEmpty() && listing.looked() && !RdbHead.isEnd(tail);
        return backup(
                file,
                Optional.of(head),
                packing,
                broken ? Optional.of("it breaks off: the end of an RDB file is missing") : Optional.empty());
    }

    private Backup backup(HostFile file, Optional<RdbHead> head, String format, Optional<String> error) {
        Sidecar sidecar = listing.sidecars().getOrDefault(file.path(), Sidecar.none());
        return Backup.of(source, file.path(), BackupKind.RDB, file.path().equals(".") ? root : root + "/" + file.path())
                .database(sidecar.database())
                .startedAt(began(file, head, format).or(sidecar::startedAt))
                .stoppedAt(sidecar.stoppedAt().or(() -> Optional.of(file.changedAt())))
                .sizeBytes(head.map(RdbHead::usedMemory).orElse(OptionalLong.empty()))
                .repoBytes(OptionalLong.of(file.size()))
                .proof(sidecar.proof())
                .error(error)
                .serverVersion(head.flatMap(RdbHead::version).or(sidecar::serverVersion))
                .encrypted(file.baseName().matches(".*\\.(gpg|age|enc)"))
                .format(format)
                .done();
    }

    /** An RDB holds what was there when it was begun; an AOF goes on until its last change. */
    private static Optional<Instant> began(HostFile file, Optional<RdbHead> head, String format) {
        if (format.equals(AOF)) {
            return Optional.of(file.changedAt());
        }
        return head.flatMap(RdbHead::created).filter(at -> !at.isAfter(file.changedAt()));
    }
}
