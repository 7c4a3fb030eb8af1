package dev.watchkeeper.backup.base;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.backup.reading.Folder;
import dev.watchkeeper.backup.reading.HostClock;
import dev.watchkeeper.backup.reading.SectionScript;
import dev.watchkeeper.backup.reading.Sections;
import dev.watchkeeper.backup.reading.Sidecar;
import dev.watchkeeper.backup.reading.SourceReader;
import dev.watchkeeper.backup.reading.SourceReading;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.BackupSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a folder of base backups, and the WAL archive that belongs to it. */
public final class BaseBackupsReader implements SourceReader {
    /** A tar's first block, and the label behind it. */
    private static final int HEAD = 1024;

    private static final int TAIL = 2048;
    private static final int SIDECAR = 65_536;

    private final BackupSource.BaseBackups source;

    public BaseBackupsReader(BackupSource.BaseBackups source) {
        this.source = source;
    }

    @Override
    public SectionScript script() {
        SectionScript script = new SectionScript()
                .path("root", source.path())
                .set("wal", "")
                .set("head", Integer.toString(HEAD))
                .set("tail", Integer.toString(TAIL));
        source.wal().ifPresent(wal -> script.path("wal", wal));
        return script.add(BaseBackupsReader.class, "list.sh");
    }

    @Override
    public SourceReading read(Sections sections, HostClock clock) {
        Folder folder = new Folder(sections, source.path() + " on " + source.host());
        Optional<Fault> closed = folder.closed();
        if (closed.isPresent() && (source.wal().isEmpty() || sections.has("nowal"))) {
            return SourceReading.of(closed.get());
        }
        WalFolder wal = new WalFolder(sections);
        BaseFolder bases = new BaseFolder(
                folder,
                folder.pieces("heads", HEAD),
                folder.pieces("tails", TAIL),
                sections.text("sizes"),
                wal.labels(clock.zone()),
                clock.zone());
        // one folder may be gone or closed: what the other holds is told all the same
        List<BaseBackup> all = closed.isPresent() ? List.of() : bases.all();
        List<WalArchive> archives = new ArrayList<>();
        if (source.wal().isPresent() && !sections.has("nowal")) {
            archives.add(wal.archive(source, segmentBytes(all)));
        }
        Map<String, Sidecar> sidecars = Sidecar.all(folder.pieces("sidecars", SIDECAR));
        List<Backup> backups = new ArrayList<>();
        for (BaseBackup one : all) {
            backups.add(one.backup(
                    source,
                    sections.text("root"),
                    sidecars.getOrDefault(one.path(), Sidecar.none()),
                    BaseChains.prior(one, all)));
        }
        return new SourceReading(backups, archives, trouble(folder, sections), Optional.empty());
    }

    private Optional<Fault> trouble(Folder folder, Sections sections) {
        if (sections.has("nowal") && folder.closed().isEmpty()) {
            return Optional.of(new Fault(
                    FaultKind.BAD_INPUT,
                    "there is no folder " + source.wal().orElse("") + " on " + source.host(),
                    "Look at wal: in connections.yaml"));
        }
        return folder.trouble()
                .or(() -> sections.words("walfiles.error")
                        .map(text -> new Fault(
                                FaultKind.DENIED,
                                "not all of the WAL archive could be read: "
                                        + text.lines().findFirst().orElse(""))));
    }

    private static OptionalLong segmentBytes(List<BaseBackup> all) {
        return all.stream()
                .map(BaseBackup::segmentBytes)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }
}
