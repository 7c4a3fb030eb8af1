package dev.watchkeeper.app.reports;

import dev.watchkeeper.app.hosts.Growth;
import dev.watchkeeper.app.hosts.HostView;
import dev.watchkeeper.app.hosts.HostsView;
import dev.watchkeeper.hosts.facts.HostFacts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The hosts of a server as data: a row a host, their disks, the server's processes, tools, and who is silent. */
public final class HostRecords {
    private HostRecords() {}

    public static List<Records> of(HostsView all) {
        List<Records.Row> hosts = all.all().stream().map(HostRecords::row).toList();
        return List.of(
                new Records(
                        List.copyOf(hosts.getFirst().values().keySet()),
                        hosts.stream().map(Records.Row::values).toList()),
                new Records(
                        "disks",
                        List.of(
                                "host",
                                "holds",
                                "folder",
                                "mount",
                                "size_bytes",
                                "free_bytes",
                                "growth_bytes_per_day",
                                "full_in_seconds"),
                        all.all().stream()
                                .flatMap(view -> view.disks().stream().map(one -> row(all, view, one)))
                                .map(Records.Row::values)
                                .toList()),
                new Records(
                        "processes",
                        List.of("pid", "title", "cpu", "read_bytes_per_second", "written_bytes_per_second"),
                        all.server().processes().stream()
                                .map(one -> new Records.Row()
                                        .with("pid", one.pid())
                                        .with("title", one.title())
                                        .with("cpu", one.cpu())
                                        .with("read_bytes_per_second", number(one.readPerSecond()))
                                        .with("written_bytes_per_second", number(one.writtenPerSecond()))
                                        .values())
                                .toList()),
                new Records(
                        "tools",
                        List.of("host", "tool", "path", "version"),
                        all.all().stream()
                                .flatMap(view -> view.facts().tools().stream()
                                        .map(tool -> new Records.Row()
                                                .with("host", view.host())
                                                .with("tool", tool.name())
                                                .with("path", tool.path())
                                                .with("version", tool.version())
                                                .values()))
                                .toList()),
                new Records(
                        "silent",
                        List.of("host", "fault"),
                        all.silent().stream()
                                .map(one -> new Records.Row()
                                        .with("host", one.host())
                                        .with("fault", one.fault().sentence())
                                        .values())
                                .toList()));
    }

    private static Records.Row row(HostView view) {
        HostFacts facts = view.facts();
        Optional<HostFacts.Load> load = facts.load();
        return new Records.Row()
                .with("host", view.host())
                .with("machine", facts.machine())
                .with("system", facts.system())
                .with("ahead_ms", facts.ahead().toNanos() / 1e6)
                .with("round_trip_ms", facts.roundTrip().toNanos() / 1e6)
                .with("cores", load.map(HostFacts.Load::cores).orElse(null))
                .with("load_1m", load.map(one -> one.average().getFirst()).orElse(null))
                .with("memory_bytes", load.map(HostFacts.Load::memoryBytes).orElse(null))
                .with(
                        "available_bytes",
                        load.map(HostFacts.Load::availableBytes).orElse(null));
    }

    private static Records.Row row(HostsView all, HostView view, HostView.DiskUse one) {
        Optional<Growth> growth = all.growth(view, one.disk());
        return new Records.Row()
                .with("host", view.host())
                .with("holds", one.holds())
                .with("folder", one.disk().folder())
                .with("mount", one.disk().mount())
                .with("size_bytes", one.disk().sizeBytes())
                .with("free_bytes", one.disk().freeBytes())
                .with("growth_bytes_per_day", growth.map(Growth::bytesPerDay).orElse(null))
                .with(
                        "full_in_seconds",
                        growth.flatMap(it -> it.fullIn(one.disk().freeBytes()))
                                .map(Duration::toSeconds)
                                .orElse(null));
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
