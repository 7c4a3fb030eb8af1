package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.hosts.HostProbe;
import dev.watchkeeper.app.hosts.HostScope;
import dev.watchkeeper.app.hosts.HostsView;
import dev.watchkeeper.app.recording.Recording;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.workbench.JobBoard;
import dev.watchkeeper.app.workbench.ScheduleBoard;
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
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/** What a pane gets of the world around it. Called on the FX thread unless it says otherwise. */
public interface PaneContext {
    Target target();

    /** The server behind the target; its calls block, so never make them on the FX thread. */
    PostgresServer postgres();

    /** The same for a Redis or sentinel target. */
    RedisServer redis();

    /** The Redis at an address that the target named: its replica. */
    RedisServer redisBeside(HostPort address);

    /** Who follows whom around the target; its calls block too. */
    Cluster cluster();

    /** Reads what backups there are of the target, wherever they lie; blocks, so never call it on the FX thread. */
    CatalogReader catalog();

    /** What is known of the past, with all that was recorded up to now. Blocks, as its calls do: not on the FX thread. */
    HistoryReader history();

    /** What is being recorded of this server; empty if nothing is of its kind. */
    Optional<Recording> recording();

    /** Makes and checks backups of the target; its calls block. */
    BackupDesk backupDesk();

    /** What runs on the target's hosts; its calls block. */
    JobBoard jobs();

    /** What the target's hosts do by the clock about backups; its calls block. */
    ScheduleBoard schedules();

    /** The machines, by name; they connect when they are first asked something. */
    HostFinder hosts();

    /** Asks how the target's hosts are; only where {@link HostProbe#suits} says so. */
    Probe<HostsView> hostProbe(HostScope scope);

    Poller poller();

    FxThread fx();

    Clock clock();

    /** The console's own folder, for what a pane keeps from one day to the next. */
    WorkspaceFolder folder();

    /** Who sits before the window, for what leaves the console. */
    String user();

    /** Where a document of the whole pane comes from. */
    default Origin origin() {
        return new Origin(target(), "", ZoneId.systemDefault(), user());
    }

    /** Confirms the action with the person, runs it elsewhere, and tells what became of it. */
    default void act(Action action) {
        act(action, outcome -> {});
    }

    /**
     * Confirms the action with the person, runs it elsewhere, and tells what became of it.
     *
     * @param afterwards called on the FX thread if it was run and did not fail
     */
    void act(Action action, Consumer<Outcome> afterwards);

    /** Where an action goes through that asks nobody; its calls block. */
    ActionDesk desk();

    /** Does something that may take a while, on a virtual thread. */
    void background(String what, Runnable task);

    /** A quiet note that goes away by itself. Any thread. */
    void say(String message);

    /** A trouble that stays until it was read. Any thread. */
    void complain(Fault fault);

    /** Brings another pane of this server to the front; nothing if there is none of that name. */
    void goTo(String paneName);

    /** The same, with something for that pane to {@link Pane#take take}. */
    void goTo(String paneName, String handed);

    /** What was learned of the server, in one word for the fleet: {@code primary}, {@code standby}. */
    void learned(String role);

    /** Who follows whom, as this server's cluster was seen: the fleet shows what belongs together. */
    void seen(Topology topology);

    /** How many jobs are known to run for this server just now: the status bar tells it. */
    void running(int jobs);

    /** Puts a dialog over the window; Escape or {@code close} takes it away again. */
    Modals modals();
}
