package dev.watchkeeper.backup.pgbackrest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.reading.Sections;
import dev.watchkeeper.kernel.host.BackupSource;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Backups that run: {@code info} says only that one does, its folder is there already. */
final class RunningBackups {
    private static final Pattern LABEL = Pattern.compile("(?:\\d{8}-\\d{6}F_)?(\\d{8}-\\d{6})([FDI])");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final BackupSource source;
    private final JsonNode stanza;
    private final Repositories repositories;

    RunningBackups(BackupSource source, JsonNode stanza, Repositories repositories) {
        this.source = source;
        this.stanza = stanza;
        this.repositories = repositories;
    }

    /** @param zone in which pgBackRest makes its labels */
    List<Backup> in(Sections sections, ZoneId zone) {
        List<Backup> running = new ArrayList<>();
        if (!stanza.path("status").path("lock").path("backup").path("held").asBoolean()) {
            return running;
        }
        Set<String> done = new HashSet<>();
        stanza.path("backup").forEach(backup -> done.add(backup.path("label").asText()));
        for (JsonNode repo : stanza.path("repo")) {
            int key = repo.path("key").asInt();
            sections.text("labels " + key + " " + stanza.path("name").asText())
                    .lines()
                    .map(LABEL::matcher)
                    .filter(label -> label.matches() && !done.contains(label.group()))
                    .forEach(label -> running.add(running(label, key, zone)));
        }
        return running;
    }

    private Backup running(Matcher label, int key, ZoneId zone) {
        BackupKind kind = StanzaInfo.kind(label.group(2));
        return Backup.of(source, label.group(), kind, repositories.place(key))
                .database(StanzaInfo.text(stanza.path("name")))
                .startedAt(time(label.group(1), zone))
                .encrypted(StanzaInfo.isEncrypted(stanza, key))
                .retention(repositories.retention(key))
                .begun()
                .done();
    }

    private static Optional<Instant> time(String text, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME).atZone(zone).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
