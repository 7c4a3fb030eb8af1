package dev.watchkeeper.app.panes.slowlog;

/** The pane's tables, of which one is shown. */
enum Leaf {
    COMMANDS("Commands"),
    SLOW("Slow commands"),
    LATENCY("Latency events"),
    KEYS("Big keys"),
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
