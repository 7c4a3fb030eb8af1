package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.HostSpec;
import java.util.List;
import java.util.OptionalInt;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one item of {@code hosts:}. */
final class HostReader {
    static final List<String> KEYS = List.of("name", "address", "user", "port", "identity", "known_hosts");
    private static final int LAST_PORT = 65_535;

    private final YamlSource source;

    HostReader(YamlSource source) {
        this.source = source;
    }

    HostSpec read(Node node) throws FaultException {
        YamlMapping item = new YamlMapping(source, node, "a host", KEYS);
        String name = item.required("name");
        if (name.equals(HostSpec.LOCAL)) {
            throw item.at("name", "local is this machine, which needs no entry", "Choose another name");
        }
        long port = item.number("port", 1, 0);
        if (port > LAST_PORT) {
            throw item.at("port", "there is no port " + port, "Ports end at " + LAST_PORT);
        }
        return new HostSpec(
                name,
                item.text("address").filter(text -> !text.isBlank()).orElse(name),
                item.text("user"),
                port == 0 ? OptionalInt.empty() : OptionalInt.of((int) port),
                item.text("identity"),
                item.text("known_hosts"));
    }
}
