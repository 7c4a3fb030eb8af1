package dev.watchkeeper.backup.base;

import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.backup.reading.Bytes;
import dev.watchkeeper.backup.reading.Excerpts;
import dev.watchkeeper.backup.reading.HostFile;
import dev.watchkeeper.backup.reading.Packed;
import dev.watchkeeper.backup.reading.Sections;
import dev.watchkeeper.backup.wal.ArchiveBuilder;
import dev.watchkeeper.backup.wal.HistoryFile;
import dev.watchkeeper.backup.wal.WalFile;
import dev.watchkeeper.backup.wal.WalPage;
import dev.watchkeeper.kernel.host.BackupSource;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A folder into which {@code archive_command} copies segments. */
final class WalFolder {
    private static final int HISTORY = 65_536;
    private static final int LABEL = 4096;

    private final Sections sections;
    private final List<HostFile> files;
    private final byte[] root;

    WalFolder(Sections sections) {
        this.sections = sections;
        this.files = HostFile.list(sections.bytes("walfiles"));
        this.root = sections.bytes("walroot");
    }

    /** What backups left in it, by the first segment that each needs. */
    Map<String, BackupLabel> labels(ZoneId zone) {
        Map<String, BackupLabel> labels = new HashMap<>();
        pieces("labels", LABEL).forEach((path, text) -> {
            BackupLabel label = new BackupLabel(new String(text, StandardCharsets.UTF_8), zone);
            label.startSegment().ifPresent(segment -> labels.put(segment + " " + label.startLsn(), label));
        });
        return labels;
    }

    /** The page with which its newest segment begins. */
    Optional<WalPage> page() {
        byte[] head = sections.bytes("newest");
        return WalPage.read(head)
                .or(() -> WalPage.read(Packed.gunzip(head)))
                .or(() -> sections.all("unpacked").stream()
                        .flatMap(section -> WalPage.read(behindName(section)).stream())
                        .findFirst());
    }

    private static byte[] behindName(byte[] section) {
        int end = Bytes.indexOf(section, new byte[] {0}, 0);
        return Arrays.copyOfRange(section, end + 1, section.length);
    }

    WalArchive archive(BackupSource source, OptionalLong segmentBytes) {
        Optional<WalPage> page = page();
        ArchiveBuilder builder = new ArchiveBuilder(source, new String(root, StandardCharsets.UTF_8))
                .systemId(page.map(WalPage::systemId))
                .segmentBytes(page.map(WalPage::segmentBytes).orElse(segmentBytes.orElse(WalArchive.USUAL_SEGMENT)));
        files.forEach(file ->
                WalFile.of(file.baseName(), file.size(), file.changedAt()).ifPresent(builder::add));
        pieces("histories", HISTORY).forEach((path, bytes) -> {
            byte[] bare = Packed.of(bytes).isPresent() ? Packed.gunzip(bytes) : bytes;
            HistoryFile.timeline(path.substring(path.lastIndexOf('/') + 1))
                    .ifPresent(timeline ->
                            builder.add(HistoryFile.branches(timeline, new String(bare, StandardCharsets.UTF_8))));
        });
        return builder.build();
    }

    private Map<String, byte[]> pieces(String section, int most) {
        return Excerpts.of(sections.bytes(section), root, files, most);
    }
}
