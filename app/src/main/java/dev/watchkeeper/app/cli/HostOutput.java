package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.hosts.HostProbe;
import dev.watchkeeper.app.hosts.HostScope;
import dev.watchkeeper.app.hosts.HostView;
import dev.watchkeeper.app.hosts.HostWords;
import dev.watchkeeper.app.hosts.HostsView;
import dev.watchkeeper.app.reports.HostDocument;
import dev.watchkeeper.app.reports.HostRecords;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.report.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The host on which a server runs, and those on which its backups lie. */
final class HostOutput implements PaneOutput<HostsView> {
    static final String NAME = "host";

    /** Of hundreds of processes those are worth a line that do something. */
    private static final int MOST = 20;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean suits(Target target) {
        Engine engine = target.endpoint().engine();
        return (engine == Engine.POSTGRESQL || engine == Engine.REDIS) && HostProbe.suits(target);
    }

    @Override
    public Probe<HostsView> probe(Workbench bench, Target target, List<Target> company) {
        return bench.machines().probe(target, HostScope.ALL);
    }

    @Override
    public String sentence(Snapshot<HostsView> snapshot) {
        return HostWords.sentence(snapshot.value());
    }

    @Override
    public Optional<String> unseen(Snapshot<HostsView> snapshot) {
        HostsView all = snapshot.value();
        if (all.unanswered().isPresent()) {
            return all.unanswered().map(fault -> "the server can't be asked: " + fault.sentence());
        }
        return all.server().processes().isEmpty()
                ? Optional.of("no process of the server was found on "
                        + all.server().host() + ": is it the right host, or in a container?")
                : Optional.empty();
    }

    @Override
    public List<Records> records(Snapshot<HostsView> snapshot) {
        return HostRecords.of(snapshot.value());
    }

    @Override
    public List<Sheet> sheets(Snapshot<HostsView> snapshot) {
        HostsView all = snapshot.value();
        List<Sheet> sheets = new ArrayList<>();
        for (HostView view : all.all()) {
            Sheet host = new Sheet("Host " + view.host()).text("what").text("is");
            HostWords.facts(view.facts()).forEach((what, is) -> host.row(what, Visible.of(is)));
            HostWords.tools(view.facts()).forEach((tool, version) -> host.row(tool, Visible.of(version)));
            sheets.add(host);
            sheets.add(disks(all, view));
        }
        sheets.add(processes(all.server()));
        if (!all.silent().isEmpty()) {
            Sheet silent = new Sheet("Hosts that do not answer").text("host").text("why");
            all.silent()
                    .forEach(one -> silent.row(
                            Visible.of(one.host()), Visible.of(one.fault().sentence())));
            sheets.add(silent);
        }
        return sheets;
    }

    private static Sheet disks(HostsView all, HostView view) {
        Sheet disks = new Sheet("Disks of " + view.host())
                .text("holds")
                .number("size")
                .number("free")
                .number("share")
                .text("grows")
                .text("folder");
        view.disks()
                .forEach(one -> disks.row(
                        Visible.of(one.holds()),
                        Sizes.bytes(one.disk().sizeBytes()),
                        Sizes.bytes(one.disk().freeBytes()),
                        HostWords.percent(HostWords.free(one.disk())),
                        HostWords.growth(all.growth(view, one.disk()), one.disk()),
                        Visible.of(one.disk().folder())));
        return disks;
    }

    private static Sheet processes(HostView view) {
        Sheet processes = new Sheet("Processes of the server")
                .number("pid")
                .number("CPU")
                .number("reads")
                .number("writes")
                .text("process");
        view.processes().stream()
                .limit(MOST)
                .forEach(one -> processes.row(
                        Integer.toString(one.pid()),
                        HostWords.share(one.cpu()),
                        HostWords.rate(one.readPerSecond()),
                        HostWords.rate(one.writtenPerSecond()),
                        Visible.of(HostWords.title(one))));
        return processes;
    }

    @Override
    public Document document(Snapshot<HostsView> snapshot, Origin origin) {
        return HostDocument.of(snapshot, origin);
    }
}
