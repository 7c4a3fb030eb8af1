package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.hosts.HostProbe;
import dev.watchkeeper.app.hosts.HostView;
import dev.watchkeeper.app.hosts.HostWords;
import dev.watchkeeper.app.reports.HostDocument;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.hosts.facts.HostFacts;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.report.Document;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The host on which a PostgreSQL server runs. */
final class HostOutput implements PaneOutput<HostView> {
    static final String NAME = "host";

    /** Of hundreds of processes those are worth a line that do something. */
    private static final int MOST = 20;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean suits(Target target) {
        return target.endpoint().engine() == Engine.POSTGRESQL
                && target.placement().host().isPresent();
    }

    @Override
    public Probe<HostView> probe(Workbench bench, Target target, List<Target> company) {
        return new Probe<>() {
            private @Nullable HostProbe probe;

            @Override
            public String name() {
                return NAME;
            }

            @Override
            public Snapshot<HostView> read() throws FaultException {
                HostProbe ready = probe;
                if (ready == null) {
                    String host = target.placement().host().orElseThrow();
                    ready = new HostProbe(
                            bench.open(target),
                            bench.host(host),
                            bench.surroundings().clock());
                    probe = ready;
                }
                return ready.read();
            }
        };
    }

    @Override
    public String sentence(Snapshot<HostView> snapshot) {
        return HostWords.sentence(snapshot.value());
    }

    @Override
    public Optional<String> unseen(Snapshot<HostView> snapshot) {
        return snapshot.value().processes().isEmpty()
                ? Optional.of("no process of the server was found on "
                        + snapshot.value().host() + ": is it the right host, or in a container?")
                : Optional.empty();
    }

    @Override
    public List<Records> records(Snapshot<HostView> snapshot) {
        HostView view = snapshot.value();
        HostFacts facts = view.facts();
        Records.Row host = new Records.Row()
                .with("host", view.host())
                .with("machine", facts.machine())
                .with("system", facts.system())
                .with("ahead_ms", facts.ahead().toNanos() / 1e6)
                .with("round_trip_ms", facts.roundTrip().toNanos() / 1e6)
                .with("cores", facts.load().map(HostFacts.Load::cores).orElse(null))
                .with(
                        "load_1m",
                        facts.load().map(load -> load.average().getFirst()).orElse(null))
                .with(
                        "memory_bytes",
                        facts.load().map(HostFacts.Load::memoryBytes).orElse(null))
                .with(
                        "available_bytes",
                        facts.load().map(HostFacts.Load::availableBytes).orElse(null));
        return List.of(
                new Records(List.copyOf(host.values().keySet()), List.of(host.values())),
                new Records(
                        "disks",
                        List.of("holds", "folder", "mount", "size_bytes", "free_bytes"),
                        view.disks().stream()
                                .map(one -> new Records.Row()
                                        .with("holds", one.holds())
                                        .with("folder", one.disk().folder())
                                        .with("mount", one.disk().mount())
                                        .with("size_bytes", one.disk().sizeBytes())
                                        .with("free_bytes", one.disk().freeBytes())
                                        .values())
                                .toList()),
                new Records(
                        "processes",
                        List.of("pid", "cpu", "read_bytes_per_second", "written_bytes_per_second"),
                        view.processes().stream()
                                .map(one -> new Records.Row()
                                        .with("pid", one.pid())
                                        .with("cpu", one.cpu())
                                        .with("read_bytes_per_second", number(one.readPerSecond()))
                                        .with("written_bytes_per_second", number(one.writtenPerSecond()))
                                        .values())
                                .toList()));
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    @Override
    public List<Sheet> sheets(Snapshot<HostView> snapshot) {
        HostView view = snapshot.value();
        Sheet host = new Sheet("Host").text("what").text("is");
        HostWords.facts(view.facts()).forEach((what, is) -> host.row(what, Visible.of(is)));
        Sheet disks = new Sheet("Disks")
                .text("holds")
                .number("size")
                .number("free")
                .number("share")
                .text("folder");
        view.disks()
                .forEach(one -> disks.row(
                        Visible.of(one.holds()),
                        Sizes.bytes(one.disk().sizeBytes()),
                        Sizes.bytes(one.disk().freeBytes()),
                        HostWords.percent(HostWords.free(one.disk())),
                        Visible.of(one.disk().folder())));
        Sheet processes = new Sheet("Processes of the server")
                .number("pid")
                .number("CPU")
                .number("reads")
                .number("writes");
        view.processes().stream()
                .limit(MOST)
                .forEach(one -> processes.row(
                        Integer.toString(one.pid()),
                        HostWords.share(one.cpu()),
                        HostWords.rate(one.readPerSecond()),
                        HostWords.rate(one.writtenPerSecond())));
        return List.of(host, disks, processes);
    }

    @Override
    public Document document(Snapshot<HostView> snapshot, Origin origin) {
        return HostDocument.of(snapshot, origin);
    }
}
