package dev.watchkeeper.backup.pgbackrest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.reading.Proofs;
import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One stanza of what {@code pgbackrest info} tells. */
final class StanzaInfo {
    private static final int NO_BACKUPS = 2;

    private final BackupSource source;
    private final JsonNode stanza;
    private final Repositories repositories;
    private final Proofs proofs;

    StanzaInfo(BackupSource source, JsonNode stanza, Repositories repositories, Proofs proofs) {
        this.source = source;
        this.stanza = stanza;
        this.repositories = repositories;
        this.proofs = proofs;
    }

    List<Backup> backups() {
        List<Backup> backups = new ArrayList<>();
        stanza.path("backup").forEach(backup -> backups.add(backup(backup)));
        return backups;
    }

    /** What it complains of; that there is no backup yet is seen without it. */
    List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        for (JsonNode repo : stanza.path("repo")) {
            JsonNode status = repo.path("status");
            if (isBad(status)) {
                troubles.add(
                        "stanza " + name() + ", repository " + repo.path("key").asInt() + ": " + firstLine(status));
            }
        }
        if (troubles.isEmpty() && isBad(stanza.path("status"))) {
            troubles.add("stanza " + name() + ": " + firstLine(stanza.path("status")));
        }
        return troubles;
    }

    private static boolean isBad(JsonNode status) {
        int code = status.path("code").asInt();
        return code != 0 && code != NO_BACKUPS;
    }

    private static String firstLine(JsonNode status) {
        return status.path("message").asText().lines().findFirst().orElse("status " + status.path("code"));
    }

    private String name() {
        return stanza.path("name").asText();
    }

    private Backup backup(JsonNode backup) {
        JsonNode database = backup.path("database");
        int key = database.path("repo-key").asInt(1);
        JsonNode cluster = cluster(stanza, database.path("id").asInt(), key);
        Optional<String> walStart = text(backup.path("archive").path("start"));
        return Backup.of(
                        source,
                        backup.path("label").asText(),
                        kind(backup.path("type").asText()),
                        repositories.place(key))
                .database(Optional.of(name()))
                .startedAt(instant(backup.path("timestamp").path("start")))
                .stoppedAt(instant(backup.path("timestamp").path("stop")))
                .sizeBytes(number(backup.path("info").path("size")))
                .repoBytes(repoBytes(backup.path("info").path("repository")))
                .walStart(walStart)
                .walStop(text(backup.path("archive").path("stop")))
                .timeline(timeline(walStart))
                .prior(text(backup.path("prior")))
                .proof(proofs.of(backup.path("label").asText()))
                .error(error(backup))
                .serverVersion(text(cluster.path("version")))
                .systemId(text(cluster.path("system-id")))
                .encrypted(isEncrypted(stanza, key))
                .retention(repositories.retention(key))
                .done();
    }

    private static Optional<String> error(JsonNode backup) {
        return backup.path("error").asBoolean()
                ? Optional.of("pages with wrong checksums were found: pgbackrest info --set="
                        + backup.path("label").asText() + " names the files")
                : Optional.empty();
    }

    static boolean isEncrypted(JsonNode stanza, int key) {
        for (JsonNode repo : stanza.path("repo")) {
            if (repo.path("key").asInt() == key && repo.has("cipher")) {
                return !repo.path("cipher").asText().equals("none");
            }
        }
        return !stanza.path("cipher").asText("none").equals("none");
    }

    /** What is told of the cluster that had this number in this repository. */
    static JsonNode cluster(JsonNode stanza, int id, int key) {
        JsonNode found = stanza.path("nothing");
        for (JsonNode db : stanza.path("db")) {
            if (db.path("id").asInt() == id && db.path("repo-key").asInt(1) == key) {
                found = db;
            }
        }
        return found;
    }

    static BackupKind kind(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "diff", "d" -> BackupKind.DIFF;
            case "incr", "i" -> BackupKind.INCR;
            default -> BackupKind.FULL;
        };
    }

    private static OptionalInt timeline(Optional<String> segment) {
        return segment.map(name -> OptionalInt.of(Integer.parseUnsignedInt(name.substring(0, 8), 16)))
                .orElse(OptionalInt.empty());
    }

    /** Where files are bundled only the delta is told. */
    private static OptionalLong repoBytes(JsonNode repository) {
        return repository.has("delta") ? number(repository.path("delta")) : number(repository.path("size"));
    }

    static Optional<String> text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static OptionalLong number(JsonNode node) {
        return node.isNumber() ? OptionalLong.of(node.asLong()) : OptionalLong.empty();
    }

    private static Optional<Instant> instant(JsonNode node) {
        return node.isNumber() ? Optional.of(Instant.ofEpochSecond(node.asLong())) : Optional.empty();
    }
}
