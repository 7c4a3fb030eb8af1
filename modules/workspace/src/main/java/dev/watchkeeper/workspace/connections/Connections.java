package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.target.Target;
import java.util.List;
import java.util.Optional;

/**
 * What the file held when it was read. Immutable.
 *
 * @param hosts the machines of {@code hosts:}, in their order
 * @param history where what was seen is kept, and for how long
 * @param text the whole file, so that a change by somebody else is noticed
 */
public record Connections(List<SavedConnection> saved, List<HostSpec> hosts, HistorySettings history, String text) {
    public Connections {
        saved = List.copyOf(saved);
        hosts = List.copyOf(hosts);
    }

    /** The saved targets in the order of the file. */
    public List<Target> targets() {
        return saved.stream().map(SavedConnection::target).toList();
    }

    /** The one of this name; upper and lower case count. */
    public Optional<SavedConnection> find(String name) {
        return saved.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The host of this name; upper and lower case count. */
    public Optional<HostSpec> host(String name) {
        return hosts.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** Never the text: somebody may have typed a password into it. */
    @Override
    public String toString() {
        return "Connections" + targets();
    }
}
