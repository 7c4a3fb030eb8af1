package dev.watchkeeper.app.panes.locks;

import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneFactory;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;

/** Makes the locks pane. */
public final class LocksPaneFactory implements PaneFactory {
    @Override
    public String name() {
        return "locks";
    }

    @Override
    public String title() {
        return "Locks";
    }

    @Override
    public String icon() {
        return "mdi2l-lock-outline";
    }

    @Override
    public boolean suits(Target target) {
        return target.endpoint().engine() == Engine.POSTGRESQL;
    }

    /** Somebody who opens it wants to see how it came about. */
    @Override
    public boolean recordsUnseen() {
        return true;
    }

    @Override
    public Pane open(PaneContext context) {
        return new LocksPane(context);
    }
}
