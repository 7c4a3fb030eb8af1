package dev.watchkeeper.app.cli;

/** How {@code explain} writes. */
enum PlanFormat {
    /** As EXPLAIN does, with marks and advice. */
    TEXT,
    /** The server's own JSON, with what is said about it. */
    JSON,
    /** One line a node. */
    TABLE
}
