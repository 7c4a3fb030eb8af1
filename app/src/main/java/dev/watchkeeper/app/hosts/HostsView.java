package dev.watchkeeper.app.hosts;

import dev.watchkeeper.hosts.facts.HostFacts;
import dev.watchkeeper.kernel.fault.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hosts of a server.
 *
 * @param server on which it runs
 * @param others on which its backups lie
 * @param silent of these, who did not answer
 * @param growth of disks, by {@link HostView#label}, as far as they were watched
 * @param unanswered why the server itself could not be asked where it is; the host tells of itself also then
 */
public record HostsView(
        HostView server,
        List<HostView> others,
        List<Silent> silent,
        Map<String, Growth> growth,
        Optional<Fault> unanswered) {
    public HostsView {
        others = List.copyOf(others);
        silent = List.copyOf(silent);
        growth = Map.copyOf(growth);
    }

    /** How a disk of one of them grows; empty if it was not watched for long. */
    public Optional<Growth> growth(HostView host, HostFacts.Disk disk) {
        return Optional.ofNullable(growth.get(host.label(disk)));
    }

    /** A host that can't be asked. */
    public record Silent(String host, Fault fault) {}

    /** All that answered, the server's first. */
    public List<HostView> all() {
        List<HostView> all = new ArrayList<>(others);
        all.addFirst(server);
        return List.copyOf(all);
    }

    /** A disk of one of the hosts, with the first of what lies on it. */
    public record Place(HostView host, HostView.DiskUse use) {}

    /** The disk of which the least is free; empty if none is known. */
    public Optional<Place> fullest() {
        Map<String, Place> disks = new LinkedHashMap<>();
        for (HostView view : all()) {
            view.disks().forEach(use -> disks.putIfAbsent(view.label(use.disk()), new Place(view, use)));
        }
        return disks.values().stream()
                .min(Comparator.comparingDouble(one -> HostWords.free(one.use().disk())));
    }
}
