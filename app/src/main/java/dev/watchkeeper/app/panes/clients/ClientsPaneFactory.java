package dev.watchkeeper.app.panes.clients;

import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneFactory;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;

/** Makes the sessions pane of Redis and Sentinel. */
public final class ClientsPaneFactory implements PaneFactory {
    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public String title() {
        return "Sessions";
    }

    @Override
    public String icon() {
        return "mdi2a-account-multiple-outline";
    }

    @Override
    public boolean suits(Target target) {
        Engine engine = target.endpoint().engine();
        return engine == Engine.REDIS || engine == Engine.SENTINEL;
    }

    @Override
    public Pane open(PaneContext context) {
        return new ClientsPane(context);
    }
}
