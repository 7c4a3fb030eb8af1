package dev.watchkeeper.backup.base;

import dev.watchkeeper.backup.reading.Folder;
import dev.watchkeeper.backup.reading.HostFile;
import dev.watchkeeper.backup.reading.Packed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the base backups in a folder. */
final class BaseFolder {
    private static final int BLOCK = 512;
    private static final int SYSTEM_ID = 8;
    private static final String MANIFEST = "backup_manifest";

    private final Folder folder;
    private final Map<String, byte[]> heads;
    private final Map<String, byte[]> tails;
    private final Map<String, Long> sizes = new HashMap<>();
    private final Map<String, BackupLabel> histories;
    private final ZoneId zone;

    BaseFolder(
            Folder folder,
            Map<String, byte[]> heads,
            Map<String, byte[]> tails,
            String sizes,
            Map<String, BackupLabel> histories,
            ZoneId zone) {
        this.folder = folder;
        this.heads = heads;
        this.tails = tails;
        this.histories = histories;
        this.zone = zone;
        List<String> manifests = folder.files().stream()
                .filter(file -> file.baseName().equals(MANIFEST))
                .map(HostFile::path)
                .toList();
        List<String> lines = sizes.lines().toList();
        for (int i = 0; i < Math.min(manifests.size(), lines.size()); i++) {
            this.sizes.put(manifests.get(i), Long.parseLong(lines.get(i)));
        }
    }

    List<BaseBackup> all() {
        Map<String, BaseFiles> folders = new LinkedHashMap<>();
        for (HostFile file : folder.files()) {
            // pg_control stands a folder deeper than the rest
            String path = file.baseName().equals("pg_control") ? parent(file.parent()) : file.parent();
            folders.computeIfAbsent(path, BaseFiles::new).files().add(file);
        }
        List<BaseBackup> all = new ArrayList<>();
        folders.values().stream().filter(BaseFiles::isBackup).forEach(files -> all.add(read(files)));
        return all;
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private BaseBackup read(BaseFiles files) {
        BackupLabel label = new BackupLabel(label(files), zone);
        Optional<Manifest> manifest = files.has(MANIFEST)
                ? Optional.of(new Manifest(text(heads, files.file(MANIFEST)), text(tails, files.file(MANIFEST))))
                : Optional.empty();
        OptionalLong bytes = bytes(files);
        return new BaseBackup(
                files.path(),
                label,
                manifest,
                label.startSegment().map(segment -> histories.get(segment + " " + label.startLsn())),
                bytes,
                files.isTar() ? OptionalLong.of(files.tarBytes()) : bytes,
                endedAt(files),
                files.isTar(),
                files.has("PG_VERSION")
                        ? Optional.of(text(heads, files.file("PG_VERSION")).strip())
                        : Optional.empty(),
                manifest.flatMap(Manifest::systemId).or(() -> systemId(files)),
                error(label, manifest));
    }

    private String label(BaseFiles files) {
        String path = files.file(files.labelled());
        byte[] head = heads.getOrDefault(path, new byte[0]);
        if (!files.isTar()) {
            return new String(head, StandardCharsets.UTF_8);
        }
        Optional<Packed> packed = Packed.of(head);
        byte[] bare = packed.isEmpty()
                ? head
                : packed.get() == Packed.GZIP
                        ? Packed.gunzip(head)
                        : folder.unpacked().getOrDefault(path, new byte[0]);
        return bare.length <= BLOCK
                ? ""
                : new String(bare, BLOCK, bare.length - BLOCK, StandardCharsets.UTF_8).replaceFirst("\0[\\s\\S]*", "");
    }

    private OptionalLong bytes(BaseFiles files) {
        Long bytes = sizes.get(files.file(MANIFEST));
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    /** The manifest is the last that is written. */
    private static Instant endedAt(BaseFiles files) {
        return files.files().stream()
                .filter(file -> file.baseName().equals(MANIFEST))
                .map(HostFile::changedAt)
                .findFirst()
                .orElseGet(() -> files.files().stream()
                        .map(HostFile::changedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH));
    }

    /** The first eight bytes of {@code pg_control}, on a machine of the usual byte order. */
    private Optional<String> systemId(BaseFiles files) {
        byte[] control = heads.getOrDefault(files.file("global/pg_control"), new byte[0]);
        return control.length < SYSTEM_ID
                ? Optional.empty()
                : Optional.of(Long.toUnsignedString(
                        ByteBuffer.wrap(control).order(ByteOrder.LITTLE_ENDIAN).getLong()));
    }

    private static Optional<String> error(BackupLabel label, Optional<Manifest> manifest) {
        if (!label.isGood()) {
            return Optional.of("its backup_label is missing or can't be read");
        }
        return manifest.isPresent() && !manifest.get().isWhole()
                ? Optional.of("its backup_manifest breaks off: it is not complete")
                : Optional.empty();
    }

    private static String text(Map<String, byte[]> pieces, String path) {
        return new String(pieces.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
    }
}
