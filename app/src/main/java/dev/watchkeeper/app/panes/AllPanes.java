package dev.watchkeeper.app.panes;

import dev.watchkeeper.app.panes.backups.BackupsPaneFactory;
import dev.watchkeeper.app.panes.clients.ClientsPaneFactory;
import dev.watchkeeper.app.panes.console.ConsolePaneFactory;
import dev.watchkeeper.app.panes.host.HostPaneFactory;
import dev.watchkeeper.app.panes.locks.LocksPaneFactory;
import dev.watchkeeper.app.panes.memory.MemoryPaneFactory;
import dev.watchkeeper.app.panes.queries.QueriesPaneFactory;
import dev.watchkeeper.app.panes.replication.ReplicationPaneFactory;
import dev.watchkeeper.app.panes.sessions.SessionsPaneFactory;
import dev.watchkeeper.app.panes.slowlog.SlowlogPaneFactory;
import dev.watchkeeper.app.shell.PaneFactory;
import java.util.List;

/** Every pane there is, in the order of a bad day. */
public final class AllPanes {
    private AllPanes() {}

    /** From left to right: one line a pane. */
    public static List<PaneFactory> list() {
        return List.of(
                new SessionsPaneFactory(),
                new ClientsPaneFactory(),
                new LocksPaneFactory(),
                new ReplicationPaneFactory(),
                new QueriesPaneFactory(),
                new SlowlogPaneFactory(),
                new MemoryPaneFactory(),
                new BackupsPaneFactory(),
                new HostPaneFactory(),
                new ConsolePaneFactory());
    }
}
