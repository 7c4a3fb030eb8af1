package dev.watchkeeper.app;

import dev.watchkeeper.app.panes.sessions.SessionsPaneFactory;
import dev.watchkeeper.app.shell.PaneFactory;
import dev.watchkeeper.app.workbench.Workbench;
import java.util.List;

/** The window's panes, from left to right. */
final class Panes {
    private Panes() {}

    static List<PaneFactory> of(Workbench bench) {
        return List.of(new SessionsPaneFactory());
    }
}
