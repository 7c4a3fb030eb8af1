package dev.watchkeeper.app.panes.queries;

/** What of the pane is looked at. */
enum Leaf {
    STATEMENTS("Statements"),
    LOG("Server log"),
    LINES("Log lines");

    private final String title;

    Leaf(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
