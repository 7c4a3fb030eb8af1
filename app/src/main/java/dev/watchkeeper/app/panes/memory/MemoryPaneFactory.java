package dev.watchkeeper.app.panes.memory;

import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneFactory;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;

/** Makes the memory pane of Redis. */
public final class MemoryPaneFactory implements PaneFactory {
    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String title() {
        return "Memory";
    }

    @Override
    public String icon() {
        return "mdi2m-memory";
    }

    @Override
    public boolean suits(Target target) {
        return target.endpoint().engine() == Engine.REDIS;
    }

    @Override
    public Pane open(PaneContext context) {
        return new MemoryPane(context);
    }
}
