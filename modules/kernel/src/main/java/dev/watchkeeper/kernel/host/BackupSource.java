package dev.watchkeeper.kernel.host;

import java.util.Optional;

/** A place where backups of a server lie: a tool's repository, or a folder. */
public sealed interface BackupSource {
    /** Where commands for it run: a name of {@code hosts:}, an alias of ssh's, or {@link HostSpec#LOCAL}. */
    String host();

    /** Who makes what lies there. */
    BackupEngine engine();

    /** What it is called on the screen, without the host: {@code pgBackRest main}, {@code /var/backups/nmeta}. */
    String title();

    /**
     * pgBackRest, every repository of it.
     *
     * @param stanza empty for all stanzas
     * @param config the configuration file; empty for the usual one
     */
    record PgBackRest(String host, Optional<String> stanza, Optional<String> config) implements BackupSource {
        @Override
        public BackupEngine engine() {
            return BackupEngine.PGBACKREST;
        }

        @Override
        public String title() {
            return "pgBackRest" + stanza.map(" "::concat).orElse("");
        }
    }

    /**
     * Barman.
     *
     * @param server empty for all servers
     * @param config the configuration file; empty for the usual one
     */
    record Barman(String host, Optional<String> server, Optional<String> config) implements BackupSource {
        @Override
        public BackupEngine engine() {
            return BackupEngine.BARMAN;
        }

        @Override
        public String title() {
            return "Barman" + server.map(" "::concat).orElse("");
        }
    }

    /** A folder, or an {@code s3://} address, with files and folders that {@code pg_dump} and {@code pg_dumpall} wrote. */
    record Dumps(String host, String path) implements BackupSource {
        @Override
        public BackupEngine engine() {
            return BackupEngine.PG_DUMP;
        }

        @Override
        public String title() {
            return path;
        }
    }

    /**
     * A folder with base backups, plain or as tars, and their chains.
     *
     * @param wal the folder with archived WAL
     */
    record BaseBackups(String host, String path, Optional<String> wal) implements BackupSource {
        @Override
        public BackupEngine engine() {
            return BackupEngine.PG_BASEBACKUP;
        }

        @Override
        public String title() {
            return path;
        }
    }

    /** A folder, or an {@code s3://} address, with RDB files and AOF folders. */
    record RedisDumps(String host, String path) implements BackupSource {
        @Override
        public BackupEngine engine() {
            return BackupEngine.REDIS;
        }

        @Override
        public String title() {
            return path;
        }
    }
}
