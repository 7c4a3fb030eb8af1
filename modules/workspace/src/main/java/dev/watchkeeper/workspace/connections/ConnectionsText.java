package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.HostSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the whole file's text. */
final class ConnectionsText {
    private static final List<String> KEYS = List.of("connections", "database", "history", "hosts");

    private final Path file;
    private final EndpointParser parser;

    ConnectionsText(Path file, EndpointParser parser) {
        this.file = file;
        this.parser = parser;
    }

    ConnectionsEditor editor(String text) throws FaultException {
        return new ConnectionsEditor(new YamlSource(file, text));
    }

    /** The items of {@code connections:} in their order, then the one of {@code database:}. */
    Connections read(String text) throws FaultException {
        YamlSource source = new YamlSource(file, text);
        Optional<Node> root = source.root();
        if (root.isEmpty()) {
            return new Connections(List.of(), List.of(), HistorySettings.DEFAULT, text);
        }
        YamlMapping top = new YamlMapping(source, root.get(), "this file", KEYS);
        List<SavedConnection> saved = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node item : top.items("connections")) {
            SavedConnection connection = new ConnectionReader(source, parser).read(item);
            refuseTwice(source, item, names, connection);
            saved.add(connection);
        }
        Optional<Node> database = top.value("database");
        if (database.isPresent()) {
            SavedConnection connection = new DatabaseReader(source, parser).read(database.get());
            refuseTwice(source, database.get(), names, connection);
            saved.add(connection);
        }
        Optional<Node> history = top.value("history");
        HistorySettings settings =
                history.isPresent() ? new HistoryReader(source, parser).read(history.get()) : HistorySettings.DEFAULT;
        return new Connections(saved, hosts(source, top), settings, text);
    }

    private static List<HostSpec> hosts(YamlSource source, YamlMapping top) throws FaultException {
        List<HostSpec> hosts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node item : top.items("hosts")) {
            HostSpec host = new HostReader(source).read(item);
            if (!names.add(host.name())) {
                throw source.at(item, "there are two hosts " + host.name(), "Give each a name of its own");
            }
            hosts.add(host);
        }
        return hosts;
    }

    private static void refuseTwice(YamlSource source, Node item, Set<String> names, SavedConnection connection)
            throws FaultException {
        if (!names.add(connection.name())) {
            throw source.at(item, "there are two connections " + connection.name(), "Give each a name of its own");
        }
    }
}
