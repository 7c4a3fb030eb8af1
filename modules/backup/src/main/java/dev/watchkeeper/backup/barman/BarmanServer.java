package dev.watchkeeper.backup.barman;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.backup.reading.Excerpts;
import dev.watchkeeper.backup.reading.HostFile;
import dev.watchkeeper.backup.reading.Packed;
import dev.watchkeeper.backup.reading.Proofs;
import dev.watchkeeper.backup.reading.Sections;
import dev.watchkeeper.backup.wal.ArchiveBuilder;
import dev.watchkeeper.backup.wal.HistoryFile;
import dev.watchkeeper.backup.wal.WalFile;
import dev.watchkeeper.kernel.host.BackupSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One server of a Barman. */
final class BarmanServer {
    private static final int INFO = 65_536;
    private static final String SUFFIX = "-backup.info";
    private static final Set<String> BEGUN = Set.of("EMPTY", "STARTED", "SYNCING");

    private final BackupSource source;
    private final String name;
    private final Sections sections;
    private final Proofs proofs;
    private final Map<String, BackupInfo> infos;

    BarmanServer(BackupSource source, String name, Sections sections, Proofs proofs) {
        this.source = source;
        this.name = name;
        this.sections = sections;
        this.proofs = proofs;
        this.infos = infos();
    }

    List<Backup> backups() {
        return infos.entrySet().stream()
                .map(one -> backup(one.getKey(), one.getValue()))
                .toList();
    }

    WalArchive archive() {
        ArchiveBuilder builder = new ArchiveBuilder(source, place())
                .cluster(name)
                .systemId(first("systemid"))
                .segmentBytes(segmentBytes());
        HostFile.list(sections.bytes("wals " + name))
                .forEach(file -> WalFile.of(file.baseName(), file.size(), file.changedAt())
                        .ifPresent(builder::add));
        String mark = "history " + name + " ";
        for (String file : sections.namesBehind(mark)) {
            byte[] bytes = sections.bytes(mark + file);
            byte[] bare = Packed.of(bytes).isPresent() ? Packed.gunzip(bytes) : bytes;
            HistoryFile.timeline(file)
                    .ifPresent(timeline ->
                            builder.add(HistoryFile.branches(timeline, new String(bare, StandardCharsets.UTF_8))));
        }
        return builder.build();
    }

    /** By their ids. */
    private Map<String, BackupInfo> infos() {
        List<HostFile> files = HostFile.list(sections.bytes("files " + name));
        Map<String, BackupInfo> infos = new LinkedHashMap<>();
        Excerpts.of(sections.bytes("infos " + name), new byte[0], rootless(files), INFO)
                .forEach((path, text) ->
                        infos.put(id("/" + path), new BackupInfo(new String(text, StandardCharsets.UTF_8))));
        return infos;
    }

    /** Their whole paths were printed: what they have in front is the slash. */
    private static List<HostFile> rootless(List<HostFile> files) {
        return files.stream()
                .map(file -> new HostFile(
                        file.folder(),
                        file.size(),
                        file.changedAt(),
                        Arrays.copyOfRange(file.name(), 1, file.name().length)))
                .toList();
    }

    /** {@code …/base/20261120T084722/backup.info}, {@code …/meta/20261120T084722-backup.info}. */
    private static String id(String path) {
        int end = path.lastIndexOf('/');
        String last = path.substring(end + 1);
        return last.endsWith(SUFFIX)
                ? last.substring(0, last.length() - SUFFIX.length())
                : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    private Backup backup(String id, BackupInfo info) {
        Optional<String> prior = info.text("parent_backup_id");
        Backup backup = Backup.of(source, id, prior.isPresent() ? BackupKind.INCR : BackupKind.FULL, place())
                .database(Optional.of(name))
                .startedAt(info.instant("begin_time"))
                .stoppedAt(info.instant("end_time"))
                .sizeBytes(info.number("size"))
                .repoBytes(stored(info))
                .walStart(info.text("begin_wal"))
                .walStop(info.lastSegment())
                .timeline(info.timeline())
                .prior(prior)
                .proof(proofs.of(id))
                .error(error(info))
                .serverVersion(info.version())
                .systemId(info.text("systemid"))
                .encrypted(info.text("encryption").isPresent())
                .retention(line(1))
                .done();
        return BEGUN.contains(status(info)) ? backup.but().begun().done() : backup;
    }

    /** Files that did not change since the last one are hard links. */
    private static OptionalLong stored(BackupInfo info) {
        return info.number("deduplicated_size").isPresent() ? info.number("deduplicated_size") : info.number("size");
    }

    private static String status(BackupInfo info) {
        return info.text("status").orElse("UNKNOWN");
    }

    private static Optional<String> error(BackupInfo info) {
        return switch (status(info)) {
            case "DONE" -> Optional.empty();
            case "WAITING_FOR_WALS" -> Optional.of("waits for the WAL that makes it consistent");
            default ->
                Optional.of("failed" + info.text("error").map(": "::concat).orElse(""));
        };
    }

    private Optional<String> first(String key) {
        return infos.values().stream().flatMap(info -> info.text(key).stream()).findFirst();
    }

    private long segmentBytes() {
        return infos.values().stream()
                .map(info -> info.number("xlog_segment_size"))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .findFirst()
                .orElse(WalArchive.USUAL_SEGMENT);
    }

    private String place() {
        return line(0);
    }

    /** Its folder, and its retention policy. */
    private String line(int number) {
        return sections.text("server " + name).lines().skip(number).findFirst().orElse("");
    }
}
