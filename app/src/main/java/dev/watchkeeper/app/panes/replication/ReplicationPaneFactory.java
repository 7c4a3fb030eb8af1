package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneFactory;
import dev.watchkeeper.kernel.target.Target;

/** Makes the replication pane. */
public final class ReplicationPaneFactory implements PaneFactory {
    @Override
    public String name() {
        return "replication";
    }

    @Override
    public String title() {
        return "Replication";
    }

    @Override
    public String icon() {
        return "mdi2s-sitemap-outline";
    }

    @Override
    public boolean suits(Target target) {
        return true;
    }

    /** Somebody who opens it wants to see how the lag came about; and its alarms are to be seen from afar. */
    @Override
    public boolean recordsUnseen() {
        return true;
    }

    @Override
    public Pane open(PaneContext context) {
        return new ReplicationPane(context, context.cluster());
    }
}
