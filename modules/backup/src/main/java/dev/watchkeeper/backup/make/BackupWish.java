package dev.watchkeeper.backup.make;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Which backup somebody wants. */
public sealed interface BackupWish {
    /** The form of a dump. */
    enum DumpFormat {
        CUSTOM,
        DIRECTORY,
        TAR,
        PLAIN
    }

    /** How much of a database a dump holds. */
    enum Content {
        ALL,
        SCHEMA_ONLY,
        DATA_ONLY
    }

    /**
     * {@code pg_dump}.
     *
     * @param database empty for that of the target
     * @param jobs so many tables at the same time; with {@link DumpFormat#DIRECTORY} only
     * @param compress as pg_dump takes it: {@code 0} to {@code 9}, or from 16 on {@code zstd:5}
     * @param tables patterns of what is wanted; empty for everything
     * @param excluded patterns of tables that are not wanted
     */
    record Dump(
            Optional<String> database,
            DumpFormat format,
            OptionalInt jobs,
            Optional<String> compress,
            Content content,
            List<String> tables,
            List<String> excluded)
            implements BackupWish {
        public Dump {
            tables = List.copyOf(tables);
            excluded = List.copyOf(excluded);
        }

        /** Everything of the target's database in one file. */
        public static Dump usual() {
            return new Dump(
                    Optional.empty(),
                    DumpFormat.CUSTOM,
                    OptionalInt.empty(),
                    Optional.empty(),
                    Content.ALL,
                    List.of(),
                    List.of());
        }
    }

    /** {@code pg_dumpall --globals-only}: roles, their passwords' hashes, and tablespaces. */
    record Globals() implements BackupWish {}

    /**
     * {@code pg_basebackup}.
     *
     * @param tar as tars, else as a data directory
     * @param compress as pg_basebackup takes it; for tars only
     * @param since the folder of the backup whose changes are wanted only; from PostgreSQL 17 on
     */
    record Base(boolean tar, Optional<String> compress, Optional<String> since) implements BackupWish {
        /** As a data directory, complete. */
        public static Base usual() {
            return new Base(false, Optional.empty(), Optional.empty());
        }
    }

    /** @param type {@code full}, {@code diff} or {@code incr} */
    record PgBackRest(String type) implements BackupWish {}

    /** Barman, as its server is set up. */
    record Barman() implements BackupWish {}

    /** {@code BGSAVE}, and a copy of the file. */
    record Rdb() implements BackupWish {}
}
