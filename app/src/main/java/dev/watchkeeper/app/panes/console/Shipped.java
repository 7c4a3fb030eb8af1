package dev.watchkeeper.app.panes.console;

import java.util.List;

/** The snippets that come with the console. */
final class Shipped {
    private Shipped() {}

    static List<SideLine> lines() {
        return List.of();
    }
}
