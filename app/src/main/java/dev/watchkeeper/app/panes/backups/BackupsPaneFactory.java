package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.panes.backups.deeds.Deeds;
import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneFactory;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import java.time.ZoneId;

/** Makes the backups pane. */
public final class BackupsPaneFactory implements PaneFactory {
    @Override
    public String name() {
        return "backups";
    }

    @Override
    public String title() {
        return "Backups";
    }

    @Override
    public String icon() {
        return "mdi2a-archive-outline";
    }

    /** Sentinels, pools and proxies hold nothing that could be saved. */
    @Override
    public boolean suits(Target target) {
        Engine engine = target.endpoint().engine();
        return engine == Engine.POSTGRESQL || engine == Engine.REDIS;
    }

    @Override
    public Pane open(PaneContext context) {
        return new BackupsPane(
                context, context.catalog(), new Deeds(context, context.catalog(), ZoneId.systemDefault()));
    }
}
