package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneFactory;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;

/** Makes the sessions pane. */
public final class SessionsPaneFactory implements PaneFactory {
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
        return target.endpoint().engine() == Engine.POSTGRESQL;
    }

    @Override
    public Pane open(PaneContext context) {
        return new SessionsPane(context);
    }
}
