package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneFactory;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;

/** Makes the queries pane of PostgreSQL. */
public final class QueriesPaneFactory implements PaneFactory {
    @Override
    public String name() {
        return "queries";
    }

    @Override
    public String title() {
        return "Queries";
    }

    @Override
    public String icon() {
        return "mdi2t-timer-outline";
    }

    @Override
    public boolean suits(Target target) {
        return target.endpoint().engine() == Engine.POSTGRESQL;
    }

    @Override
    public Pane open(PaneContext context) {
        return new QueriesPane(context);
    }
}
