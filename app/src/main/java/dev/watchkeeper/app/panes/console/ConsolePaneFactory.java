package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneFactory;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.console.SqlConsole;

/** Makes the console of a server that runs statements or commands. */
public final class ConsolePaneFactory implements PaneFactory {
    @Override
    public String name() {
        return "console";
    }

    @Override
    public String title() {
        return "Console";
    }

    @Override
    public String icon() {
        return "mdi2c-console";
    }

    @Override
    public boolean suits(Target target) {
        return SqlConsole.suits(target) || target.endpoint().engine() == Engine.REDIS;
    }

    @Override
    public Pane open(PaneContext context) {
        return SqlConsole.suits(context.target()) ? new ConsolePane(context) : new RedisConsolePane(context);
    }
}
