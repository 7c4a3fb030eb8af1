package dev.watchkeeper.app.cli;

/** How {@code show} writes. */
enum Format {
    TABLE,
    JSON,
    CSV
}
