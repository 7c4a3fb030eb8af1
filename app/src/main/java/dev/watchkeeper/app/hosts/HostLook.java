package dev.watchkeeper.app.hosts;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.facts.FactsProbe;
import dev.watchkeeper.hosts.facts.HostFacts;
import dev.watchkeeper.hosts.facts.HostFacts.ServerProcess;
import dev.watchkeeper.kernel.fault.FaultException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Looks at one host again and again, and remembers what it needs to tell what happened in between. For one thread. */
final class HostLook {
    /** Starting each tool takes a moment, and versions change seldom. */
    private static final Duration TOOLS_KEEP = Duration.ofMinutes(10);

    private final Host host;
    private final Clock clock;
    private final HostScope scope;
    private final Places places;
    private @Nullable HostFacts before;
    private List<HostFacts.Tool> tools = List.of();
    private Instant toolsAt = Instant.EPOCH;

    HostLook(Host host, Clock clock, Places places, HostScope scope) {
        this.host = host;
        this.clock = clock;
        this.places = places;
        this.scope = scope;
    }

    /** @param process of the server, if it runs there */
    HostView read(SequencedMap<String, String> folders, OptionalInt process) throws FaultException {
        SequencedMap<String, String> all = scope.disks() ? places.with(folders) : new LinkedHashMap<>();
        boolean asksTools =
                scope.tools() && Duration.between(toolsAt, clock.instant()).compareTo(TOOLS_KEEP) >= 0;
        HostFacts now = new FactsProbe(host, clock)
                .read(new FactsProbe.Wanted(
                        List.copyOf(all.values()),
                        scope.disks() ? places.settings() : List.of(),
                        asksTools ? FactsProbe.TOOLS : List.of(),
                        scope.processes() ? process : OptionalInt.empty()));
        if (asksTools) {
            tools = now.tools();
            toolsAt = clock.instant();
        }
        HostView view = new HostView(host.name(), now.withTools(tools), disks(all, now), processes(now));
        before = now;
        return view;
    }

    private List<HostView.DiskUse> disks(Map<String, String> folders, HostFacts now) {
        List<HostView.DiskUse> uses = new ArrayList<>();
        folders.forEach((holds, folder) -> now.disks().stream()
                .filter(disk -> disk.folder().equals(folder))
                .limit(1)
                .forEach(disk -> uses.add(new HostView.DiskUse(holds, disk))));
        now.named().forEach(one -> uses.add(new HostView.DiskUse(places.holds(one.setting()), one.disk())));
        return uses;
    }

    private List<HostView.ProcessUse> processes(HostFacts now) {
        HostFacts last = before;
        Duration uptime = now.load().map(HostFacts.Load::uptime).orElse(Duration.ZERO);
        return now.processes().stream()
                .map(process -> last == null ? sinceItsStart(process, uptime) : since(last, now, process, uptime))
                .sorted(Comparator.comparingDouble(HostView.ProcessUse::cpu).reversed())
                .toList();
    }

    private static HostView.ProcessUse since(HostFacts last, HostFacts now, ServerProcess process, Duration uptime) {
        return last.processes().stream()
                .filter(one -> one.pid() == process.pid() && one.startedAfter().equals(process.startedAfter()))
                .findFirst()
                .map(one -> HostView.ProcessUse.between(one, process, Duration.between(last.takenAt(), now.takenAt())))
                .orElseGet(() -> sinceItsStart(process, uptime));
    }

    private static HostView.ProcessUse sinceItsStart(ServerProcess process, Duration uptime) {
        ServerProcess born = new ServerProcess(
                process.pid(),
                process.title(),
                Duration.ZERO,
                process.startedAfter(),
                OptionalLong.of(0),
                OptionalLong.of(0));
        return HostView.ProcessUse.between(born, process, uptime.minus(process.startedAfter()));
    }
}
