package dev.watchkeeper.backup;

import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What is known of a backup so far; what nobody says stays empty. The words are those of {@link Backup}. */
public final class BackupDraft {
    private final BackupSource source;
    private final String id;
    private final BackupKind kind;
    private final String place;
    private Optional<String> database = Optional.empty();
    private Optional<Instant> startedAt = Optional.empty();
    private Optional<Instant> stoppedAt = Optional.empty();
    private OptionalLong sizeBytes = OptionalLong.empty();
    private OptionalLong repoBytes = OptionalLong.empty();
    private Optional<String> walStart = Optional.empty();
    private Optional<String> walStop = Optional.empty();
    private OptionalInt timeline = OptionalInt.empty();
    private Optional<String> prior = Optional.empty();
    private Optional<Proof> proof = Optional.empty();
    private Optional<String> error = Optional.empty();
    private Optional<String> serverVersion = Optional.empty();
    private Optional<String> systemId = Optional.empty();
    private boolean encrypted;
    private String retention = "";
    private String format = "";
    private boolean unfinished;

    BackupDraft(BackupSource source, String id, BackupKind kind, String place) {
        this.source = source;
        this.id = id;
        this.kind = kind;
        this.place = place;
    }

    public BackupDraft database(Optional<String> told) {
        database = told;
        return this;
    }

    public BackupDraft startedAt(Optional<Instant> told) {
        startedAt = told;
        return this;
    }

    public BackupDraft stoppedAt(Optional<Instant> told) {
        stoppedAt = told;
        return this;
    }

    public BackupDraft sizeBytes(OptionalLong told) {
        sizeBytes = told;
        return this;
    }

    public BackupDraft repoBytes(OptionalLong told) {
        repoBytes = told;
        return this;
    }

    public BackupDraft walStart(Optional<String> told) {
        walStart = told;
        return this;
    }

    public BackupDraft walStop(Optional<String> told) {
        walStop = told;
        return this;
    }

    public BackupDraft timeline(OptionalInt told) {
        timeline = told;
        return this;
    }

    public BackupDraft prior(Optional<String> told) {
        prior = told;
        return this;
    }

    public BackupDraft proof(Optional<Proof> told) {
        proof = told;
        return this;
    }

    public BackupDraft error(Optional<String> told) {
        error = told;
        return this;
    }

    public BackupDraft serverVersion(Optional<String> told) {
        serverVersion = told;
        return this;
    }

    public BackupDraft systemId(Optional<String> told) {
        systemId = told;
        return this;
    }

    public BackupDraft encrypted(boolean told) {
        encrypted = told;
        return this;
    }

    public BackupDraft retention(String told) {
        retention = told;
        return this;
    }

    public BackupDraft format(String told) {
        format = told;
        return this;
    }

    public BackupDraft unfinished(boolean told) {
        unfinished = told;
        return this;
    }

    /** No more is known than that it was begun. */
    public BackupDraft begun() {
        return error(Optional.of("is not complete: it runs, or was broken off")).unfinished(true);
    }

    public Backup done() {
        return new Backup(
                source,
                id,
                kind,
                database,
                startedAt,
                stoppedAt,
                sizeBytes,
                repoBytes,
                walStart,
                walStop,
                timeline,
                prior,
                proof,
                error,
                serverVersion,
                systemId,
                encrypted,
                place,
                retention,
                format,
                unfinished);
    }
}
