package dev.watchkeeper.app.cli;

/** How a list of the console's own things is written. */
enum ListFormat {
    TABLE,
    JSON
}
