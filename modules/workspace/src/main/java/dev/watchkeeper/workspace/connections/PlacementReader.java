package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.BackupEngine;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.host.Placement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/** Reads where a connection's server stands, and where its backups lie. */
final class PlacementReader {
    private static final List<String> KEYS = List.of("engine", "host", "stanza", "server", "config", "path", "wal");

    private final YamlSource source;

    PlacementReader(YamlSource source) {
        this.source = source;
    }

    /** @param host the host on which the server runs, if that is said */
    Placement read(YamlMapping connection, Optional<String> host) throws FaultException {
        List<BackupSource> backups = new ArrayList<>();
        for (Node item : connection.items("backups")) {
            backups.add(backup(item, host));
        }
        return new Placement(connection.text("ssh"), host, backups);
    }

    /** Without a host of its own it lies where the server runs; a bucket is read from here. */
    private BackupSource backup(Node node, Optional<String> serverHost) throws FaultException {
        YamlMapping item = new YamlMapping(source, node, "a place of backups", KEYS);
        BackupEngine engine = engine(item);
        boolean isBucket =
                item.text("path").filter(path -> path.startsWith("s3://")).isPresent();
        Optional<String> usual = isBucket ? Optional.of(HostSpec.LOCAL) : serverHost;
        String host = item.text("host").or(() -> usual).orElse(HostSpec.LOCAL);
        return switch (engine) {
            case PGBACKREST -> {
                refuse(item, engine, "server", "path", "wal");
                yield new BackupSource.PgBackRest(host, item.text("stanza"), item.text("config"));
            }
            case BARMAN -> {
                refuse(item, engine, "stanza", "path", "wal");
                yield new BackupSource.Barman(host, item.text("server"), item.text("config"));
            }
            case PG_DUMP -> {
                refuse(item, engine, "stanza", "server", "config", "wal");
                yield new BackupSource.Dumps(host, item.required("path"));
            }
            case PG_BASEBACKUP -> {
                refuse(item, engine, "stanza", "server", "config");
                yield new BackupSource.BaseBackups(host, item.required("path"), item.text("wal"));
            }
            case REDIS -> {
                refuse(item, engine, "stanza", "server", "config", "wal");
                yield new BackupSource.RedisDumps(host, item.required("path"));
            }
        };
    }

    private static BackupEngine engine(YamlMapping item) throws FaultException {
        String label = item.required("engine");
        Optional<BackupEngine> engine = BackupEngine.of(label);
        if (engine.isEmpty()) {
            throw item.at(
                    "engine",
                    "there is no backup engine " + label,
                    "It is one of "
                            + Arrays.stream(BackupEngine.values())
                                    .map(BackupEngine::label)
                                    .collect(Collectors.joining(", ")));
        }
        return engine.get();
    }

    private static void refuse(YamlMapping item, BackupEngine engine, String... keys) throws FaultException {
        for (String key : keys) {
            if (item.value(key).isPresent()) {
                throw item.at(key, engine.label() + " has no " + key, "Take it away");
            }
        }
    }
}
