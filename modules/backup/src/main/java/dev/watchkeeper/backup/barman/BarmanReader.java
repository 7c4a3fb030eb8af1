package dev.watchkeeper.backup.barman;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.backup.reading.HostClock;
import dev.watchkeeper.backup.reading.Proofs;
import dev.watchkeeper.backup.reading.SectionScript;
import dev.watchkeeper.backup.reading.Sections;
import dev.watchkeeper.backup.reading.SourceReader;
import dev.watchkeeper.backup.reading.SourceReading;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.BackupSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the servers of a Barman. */
public final class BarmanReader implements SourceReader {
    private final BackupSource.Barman source;

    public BarmanReader(BackupSource.Barman source) {
        this.source = source;
    }

    @Override
    public SectionScript script() {
        SectionScript script = new SectionScript()
                .set("conf", "")
                .set("server", source.server().orElse(""));
        source.config().ifPresent(config -> script.path("conf", config));
        return script.add(BarmanReader.class, "list.sh");
    }

    @Override
    public SourceReading read(Sections sections, HostClock clock) {
        Optional<Fault> closed = closed(sections);
        if (closed.isPresent()) {
            return SourceReading.of(closed.get());
        }
        Proofs proofs = new Proofs(sections, source.title());
        List<Backup> backups = new ArrayList<>();
        List<WalArchive> archives = new ArrayList<>();
        List<String> names = sections.namesBehind("server ");
        for (String name : names) {
            BarmanServer server = new BarmanServer(source, name, sections, proofs);
            backups.addAll(server.backups());
            archives.add(server.archive());
        }
        Optional<Fault> trouble = sections.namesBehind("closed ").stream()
                .findFirst()
                .map(name -> new Fault(
                        FaultKind.DENIED,
                        "the folder of server " + name + " on " + source.host() + " may not be read",
                        "Come as Barman's own user"))
                .or(() -> nobody(names));
        return new SourceReading(backups, archives, trouble, tool(sections));
    }

    private Optional<Fault> closed(Sections sections) {
        if (sections.has("missing")) {
            return Optional.of(new Fault(
                    FaultKind.UNSUPPORTED,
                    "there is no barman on " + source.host(),
                    "Install it there, or take another host in connections.yaml"));
        }
        if (sections.has("noconf")) {
            return Optional.of(new Fault(
                    FaultKind.BAD_INPUT,
                    "there is no configuration of Barman on " + source.host(),
                    "Say config: in connections.yaml"));
        }
        return sections.has("denied")
                ? Optional.of(new Fault(
                        FaultKind.DENIED,
                        "Barman's configuration on " + source.host() + " may not be read",
                        "Come as another user"))
                : Optional.empty();
    }

    private Optional<Fault> nobody(List<String> names) {
        return names.isEmpty()
                ? Optional.of(new Fault(
                        FaultKind.BAD_INPUT,
                        "Barman on " + source.host() + " knows no server"
                                + source.server().map(" "::concat).orElse(""),
                        "Look at its configuration there"))
                : Optional.empty();
    }

    /** {@code 3.4.0 Barman by EnterpriseDB (www.enterprisedb.com)}. */
    private static Optional<String> tool(Sections sections) {
        return sections.words("version")
                .flatMap(text -> text.lines().findFirst())
                .map(line -> "Barman " + line.replaceAll("[^0-9.]*([0-9][0-9.]*).*", "$1"));
    }
}
