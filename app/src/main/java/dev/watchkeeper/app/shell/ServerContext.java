package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.hosts.HostScope;
import dev.watchkeeper.app.hosts.HostsView;
import dev.watchkeeper.app.recording.Pace;
import dev.watchkeeper.app.recording.Recording;
import dev.watchkeeper.app.workbench.JobBoard;
import dev.watchkeeper.app.workbench.ScheduleBoard;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.backup.CatalogReader;
import dev.watchkeeper.backup.make.BackupDesk;
import dev.watchkeeper.history.HistoryReader;
import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.ActionDesk;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.poll.Poller;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Cluster;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.workspace.WorkspaceFolder;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the window gives to the panes of one server. */
final class ServerContext implements PaneContext {
    private final FleetServer server;
    private final Workbench bench;
    private final FxThread fx;
    private final Acts acts;
    private final Toasts toasts;
    private final Modals modals;
    private final BiConsumer<String, Optional<String>> goTo;
    private final Supplier<List<Target>> company;
    private final Consumer<Topology> seen;
    private final RunningJobs running;

    ServerContext(
            FleetServer server,
            Workbench bench,
            FxThread fx,
            Acts acts,
            Toasts toasts,
            Modals modals,
            BiConsumer<String, Optional<String>> goTo,
            Supplier<List<Target>> company,
            Consumer<Topology> seen,
            RunningJobs running) {
        this.server = server;
        this.bench = bench;
        this.fx = fx;
        this.acts = acts;
        this.toasts = toasts;
        this.modals = modals;
        this.goTo = goTo;
        this.company = company;
        this.seen = seen;
        this.running = running;
    }

    @Override
    public Target target() {
        return server.target();
    }

    @Override
    public PostgresServer postgres() {
        return bench.open(server.target());
    }

    @Override
    public RedisServer redis() {
        return bench.redis(server.target());
    }

    @Override
    public RedisServer redisBeside(HostPort address) {
        return bench.redisBeside(server.target(), address);
    }

    @Override
    public Cluster cluster() {
        return bench.cluster(server.target(), company.get());
    }

    @Override
    public CatalogReader catalog() {
        return bench.machines().catalog(server.target());
    }

    @Override
    public HistoryReader history() {
        bench.settleHistory();
        return bench.history();
    }

    @Override
    public Optional<Recording> recording() {
        return bench.recorder().record(server.target(), Pace.DEFAULT);
    }

    @Override
    public BackupDesk backupDesk() {
        return bench.machines().backupDesk(server.target());
    }

    @Override
    public JobBoard jobs() {
        return bench.machines().jobs(server.target());
    }

    @Override
    public ScheduleBoard schedules() {
        return bench.machines().schedules(server.target());
    }

    @Override
    public HostFinder hosts() {
        return bench.machines();
    }

    @Override
    public Probe<HostsView> hostProbe(HostScope scope) {
        return bench.machines().probe(server.target(), scope);
    }

    @Override
    public Poller poller() {
        return bench.poller();
    }

    @Override
    public FxThread fx() {
        return fx;
    }

    @Override
    public Clock clock() {
        return bench.surroundings().clock();
    }

    @Override
    public WorkspaceFolder folder() {
        return bench.folder();
    }

    @Override
    public String user() {
        return bench.surroundings().user();
    }

    @Override
    public void act(Action action, Consumer<Outcome> afterwards) {
        acts.act(action, afterwards);
    }

    @Override
    public ActionDesk desk() {
        return bench.desk();
    }

    @Override
    public void background(String what, Runnable task) {
        Thread.ofVirtual().name(what).start(task);
    }

    @Override
    public void say(String message) {
        fx.run(() -> toasts.say(message, Tone.ACCENT));
    }

    @Override
    public void complain(Fault fault) {
        fx.run(() -> toasts.complain(fault));
    }

    @Override
    public void goTo(String paneName) {
        goTo.accept(paneName, Optional.empty());
    }

    @Override
    public void goTo(String paneName, String handed) {
        goTo.accept(paneName, Optional.of(handed));
    }

    @Override
    public void learned(String role) {
        server.learned(role);
    }

    @Override
    public void seen(Topology topology) {
        seen.accept(topology);
    }

    @Override
    public void running(int jobs) {
        running.of(server, jobs);
    }

    @Override
    public Modals modals() {
        return modals;
    }
}
