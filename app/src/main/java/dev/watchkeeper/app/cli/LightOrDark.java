package dev.watchkeeper.app.cli;

/** How a picture is to look. */
enum LightOrDark {
    LIGHT,
    DARK
}
