package dev.watchkeeper.app.panes.host;

import dev.watchkeeper.app.hosts.HostProbe;
import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneFactory;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;

/** Makes the host pane of servers of which somebody said where they run. */
public final class HostPaneFactory implements PaneFactory {
    @Override
    public String name() {
        return "host";
    }

    @Override
    public String title() {
        return "Host";
    }

    @Override
    public String icon() {
        return "mdi2s-server";
    }

    @Override
    public boolean suits(Target target) {
        Engine engine = target.endpoint().engine();
        return (engine == Engine.POSTGRESQL || engine == Engine.REDIS) && HostProbe.suits(target);
    }

    @Override
    public Pane open(PaneContext context) {
        return new HostPane(context);
    }
}
