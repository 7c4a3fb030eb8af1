package dev.watchkeeper.backup.pgbackrest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.backup.reading.Sections;
import dev.watchkeeper.backup.wal.ArchiveBuilder;
import dev.watchkeeper.backup.wal.HistoryFile;
import dev.watchkeeper.backup.wal.Lsn;
import dev.watchkeeper.backup.wal.WalFile;
import dev.watchkeeper.backup.wal.WalName;
import dev.watchkeeper.kernel.host.BackupSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The WAL archives of a stanza, one for each repository and archive id. */
final class StanzaArchives {
    private final BackupSource.PgBackRest source;
    private final JsonNode stanza;
    private final Repositories repositories;

    StanzaArchives(BackupSource.PgBackRest source, JsonNode stanza, Repositories repositories) {
        this.source = source;
        this.stanza = stanza;
        this.repositories = repositories;
    }

    List<WalArchive> in(Sections sections) {
        List<WalArchive> archives = new ArrayList<>();
        for (JsonNode archive : stanza.path("archive")) {
            archives.add(archive(archive, sections));
        }
        return archives;
    }

    private WalArchive archive(JsonNode archive, Sections sections) {
        JsonNode database = archive.path("database");
        int key = database.path("repo-key").asInt(1);
        JsonNode cluster = StanzaInfo.cluster(stanza, database.path("id").asInt(), key);
        String folder = prefix() + archive.path("id").asText() + "/";
        ArchiveBuilder builder = new ArchiveBuilder(source, repositories.place(key))
                .cluster(stanza.path("name").asText())
                .systemId(StanzaInfo.text(cluster.path("system-id")))
                .segmentBytes(segmentBytes());
        Optional<JsonNode> listing = PgBackRestReader.json(sections.text("wal " + key));
        if (listing.isPresent() && listing.get().isObject()) {
            list(listing.get(), folder, builder);
            histories(sections, key, folder, builder);
        } else {
            Optional<WalName> first = StanzaInfo.text(archive.path("min")).flatMap(WalName::of);
            Optional<WalName> last = StanzaInfo.text(archive.path("max")).flatMap(WalName::of);
            if (first.isPresent() && last.isPresent()) {
                builder.fromTo(first.get(), last.get());
            }
        }
        return builder.build();
    }

    /** Where the archives of all stanzas were listed, its name comes first. */
    private String prefix() {
        return source.stanza().isPresent() ? "" : stanza.path("name").asText() + "/";
    }

    private static void list(JsonNode listing, String folder, ArchiveBuilder builder) {
        for (Map.Entry<String, JsonNode> entry : listing.properties()) {
            String path = entry.getKey();
            if (path.startsWith(folder)) {
                WalFile.of(
                                path.substring(path.lastIndexOf('/') + 1),
                                entry.getValue().path("size").asLong(),
                                Instant.ofEpochSecond(
                                        entry.getValue().path("time").asLong()))
                        .ifPresent(builder::add);
            }
        }
    }

    private static void histories(Sections sections, int key, String folder, ArchiveBuilder builder) {
        String mark = "history " + key + " ";
        for (String path : sections.namesBehind(mark)) {
            if (path.startsWith(folder)) {
                String text = new String(sections.bytes(mark + path), StandardCharsets.UTF_8);
                HistoryFile.timeline(path.substring(folder.length()))
                        .ifPresent(timeline -> builder.add(HistoryFile.branches(timeline, text)));
            }
        }
    }

    /** Nothing says it, but backups tell positions along with segments. */
    private long segmentBytes() {
        for (JsonNode backup : stanza.path("backup")) {
            OptionalLong lsn = Lsn.parse(backup.path("lsn").path("start").asText());
            Optional<WalName> segment =
                    WalName.of(backup.path("archive").path("start").asText());
            if (lsn.isPresent() && segment.isPresent()) {
                OptionalLong size = Lsn.segmentBytes(lsn.getAsLong(), segment.get());
                if (size.isPresent()) {
                    return size.getAsLong();
                }
            }
        }
        return WalArchive.USUAL_SEGMENT;
    }
}
