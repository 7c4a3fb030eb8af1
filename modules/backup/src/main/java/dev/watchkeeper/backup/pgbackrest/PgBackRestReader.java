package dev.watchkeeper.backup.pgbackrest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/**
 * Reads pgBackRest through its own {@code info}, and the segments in its archive through {@code repo-ls}, which knows every
 * kind of repository: folders, S3, and encrypted ones.
 */
public final class PgBackRestReader implements SourceReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BackupSource.PgBackRest source;

    public PgBackRestReader(BackupSource.PgBackRest source) {
        this.source = source;
    }

    @Override
    public SectionScript script() {
        SectionScript script = new SectionScript()
                .set("conf", "")
                .set("stanza", source.stanza().orElse(""));
        source.config().ifPresent(config -> script.path("conf", config));
        return script.add(PgBackRestReader.class, "list.sh");
    }

    @Override
    public SourceReading read(Sections sections, HostClock clock) {
        if (sections.has("missing")) {
            return SourceReading.of(new Fault(
                    FaultKind.UNSUPPORTED,
                    "there is no pgbackrest on " + source.host(),
                    "Install it there, or take another host in connections.yaml"));
        }
        Optional<JsonNode> info = json(sections.text("info"));
        if (info.isEmpty() || sections.exit("info") != 0) {
            return SourceReading.of(new Fault(
                    FaultKind.FAILED,
                    "pgbackrest info failed on " + source.host() + ": " + complaint(sections),
                    "Run it there as the same user"));
        }
        return read(info.get(), sections, clock);
    }

    private SourceReading read(JsonNode info, Sections sections, HostClock clock) {
        Repositories repositories = new Repositories(sections.text("settings"));
        Proofs proofs = new Proofs(sections, source.title());
        List<Backup> backups = new ArrayList<>();
        List<WalArchive> archives = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        for (JsonNode stanza : info) {
            StanzaInfo one = new StanzaInfo(source, stanza, repositories, proofs);
            backups.addAll(one.backups());
            backups.addAll(new RunningBackups(source, stanza, repositories).in(sections, clock.zone()));
            archives.addAll(new StanzaArchives(source, stanza, repositories).in(sections));
            troubles.addAll(one.troubles());
        }
        if (archives.stream().anyMatch(archive -> !archive.listed())) {
            troubles.add("its archive could not be listed, so that gaps are not seen: " + complaint(sections));
        }
        return new SourceReading(backups, archives, trouble(troubles), sections.words("version"));
    }

    private static Optional<Fault> trouble(List<String> troubles) {
        return troubles.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fault(FaultKind.FAILED, String.join("; ", troubles)));
    }

    /** The last line that says what is wrong. */
    private static String complaint(Sections sections) {
        return sections.words("info.error")
                .or(() -> sections.words("info"))
                .map(text -> text.lines()
                        .filter(line -> !line.isBlank())
                        .reduce("", (one, other) -> other.contains("ERROR") || one.isEmpty() ? other : one))
                .orElse("it says nothing");
    }

    static Optional<JsonNode> json(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(JSON.readTree(text));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
