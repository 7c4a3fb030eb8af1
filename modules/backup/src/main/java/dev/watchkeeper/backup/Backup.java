package dev.watchkeeper.backup;

import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One backup as its tool, or its own files, tell of it. What they don't tell is empty.
 *
 * @param id what it is called there: unique in its source; a file's path below the source's folder
 * @param database for a dump the database in it; for pgBackRest the stanza, for Barman the server; empty if unknown
 * @param startedAt when it was begun; of a dump when its archive was begun
 * @param stoppedAt when it was complete
 * @param sizeBytes what it is unpacked: the size of the cluster, or of the dumped data if known
 * @param repoBytes what it takes where it lies, of an incremental one without what it builds on
 * @param walStart the first WAL segment that is needed to use it
 * @param walStop the last one without which it is not consistent
 * @param timeline on which it was taken
 * @param prior the id of the one that it builds on
 * @param proof how it was last verified
 * @param error why it can't be used, for a person
 * @param serverVersion of the server that was saved, as the tool writes it: {@code 15.20}
 * @param systemId the cluster's system identifier
 * @param encrypted whether it can only be read with a key
 * @param place where it lies, for a person: a path, a repository
 * @param retention what its tool says of how long it is kept; empty if nothing
 * @param format how it is written: {@code custom}, {@code directory}, {@code plain, gzip}, {@code globals}, {@code tar},
 *     {@code aof}; empty if there is only one way
 * @param unfinished whether its tool says no more than that it was begun: it is being made, or was broken off
 */
public record Backup(
        BackupSource source,
        String id,
        BackupKind kind,
        Optional<String> database,
        Optional<Instant> startedAt,
        Optional<Instant> stoppedAt,
        OptionalLong sizeBytes,
        OptionalLong repoBytes,
        Optional<String> walStart,
        Optional<String> walStop,
        OptionalInt timeline,
        Optional<String> prior,
        Optional<Proof> proof,
        Optional<String> error,
        Optional<String> serverVersion,
        Optional<String> systemId,
        boolean encrypted,
        String place,
        String retention,
        String format,
        boolean unfinished) {
    /** What {@link #format} says of a dump that holds roles and tablespaces, but no data. */
    public static final String GLOBALS = "globals";

    /** The same of one that its maker limited to definitions; else to rows, or to some of the tables. */
    public static final String SCHEMA = "schema only";

    public static final String DATA = "data only";
    public static final String SOME_TABLES = "some tables";

    /** One of which no more is known yet than this. */
    public static BackupDraft of(BackupSource source, String id, BackupKind kind, String place) {
        return new BackupDraft(source, id, kind, place);
    }

    /** The same one, but for what is said of it from here on. */
    public BackupDraft but() {
        return of(source, id, kind, place)
                .database(database)
                .startedAt(startedAt)
                .stoppedAt(stoppedAt)
                .sizeBytes(sizeBytes)
                .repoBytes(repoBytes)
                .walStart(walStart)
                .walStop(walStop)
                .timeline(timeline)
                .prior(prior)
                .proof(proof)
                .error(error)
                .serverVersion(serverVersion)
                .systemId(systemId)
                .encrypted(encrypted)
                .retention(retention)
                .format(format)
                .unfinished(unfinished);
    }

    /** When it was complete, else when it was begun. */
    public Optional<Instant> at() {
        return stoppedAt.or(() -> startedAt);
    }

    /** Whether it is a dump as SQL, which nobody needs a tool to read. */
    public boolean isText() {
        return kind == BackupKind.DUMP && format.matches("(plain|cluster|" + GLOBALS + ")(,.*)?");
    }

    /** Whether it was made to hold rows: neither globals nor definitions alone. */
    public boolean isOfRows() {
        return !format.startsWith(GLOBALS) && !format.contains(SCHEMA);
    }
}
