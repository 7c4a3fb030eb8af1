package dev.watchkeeper.app.hosts;

import dev.watchkeeper.hosts.facts.FactsProbe.Setting;
import dev.watchkeeper.kernel.host.BackupSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Where backups of a server lie on one host: folders that the connection names, and those that the tools' settings do. */
final class Places {
    private final SequencedMap<String, String> folders = new LinkedHashMap<>();
    private final List<Setting> settings = new ArrayList<>();
    private final List<String> holds = new ArrayList<>();

    Places(List<BackupSource> sources, String host) {
        for (BackupSource source : sources) {
            if (source.host().equals(host)) {
                switch (source) {
                    case BackupSource.Dumps dumps -> folder(dumps.path());
                    case BackupSource.RedisDumps dumps -> folder(dumps.path());
                    case BackupSource.BaseBackups base -> {
                        folder(base.path());
                        base.wal().ifPresent(wal -> folders.put("archive " + wal, wal));
                    }
                    case BackupSource.PgBackRest tool ->
                        setting(
                                "pgBackRest repository",
                                "repo[0-9]*-path",
                                "/var/lib/pgbackrest",
                                tool.config(),
                                "/etc/pgbackrest/pgbackrest.conf",
                                "/etc/pgbackrest.conf");
                    case BackupSource.Barman tool ->
                        setting(
                                "Barman's backups",
                                "barman_home\\|backup_directory",
                                "/var/lib/barman",
                                tool.config(),
                                "/etc/barman.conf");
                }
            }
        }
    }

    /** A bucket has no disk. */
    private void folder(String path) {
        if (path.startsWith("/")) {
            folders.put("backups " + path, path);
        }
    }

    private void setting(String what, String key, String usual, Optional<String> told, String... files) {
        settings.add(new Setting(key, usual, told.map(List::of).orElse(List.of(files))));
        holds.add(what);
    }

    /** Those of the server, then the backups'. */
    SequencedMap<String, String> with(SequencedMap<String, String> server) {
        SequencedMap<String, String> all = new LinkedHashMap<>(server);
        all.putAll(folders);
        return all;
    }

    List<Setting> settings() {
        return List.copyOf(settings);
    }

    /** What lies in a folder that this setting names. */
    String holds(int setting) {
        return holds.get(setting);
    }
}
