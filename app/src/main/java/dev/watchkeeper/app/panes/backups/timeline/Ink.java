package dev.watchkeeper.app.panes.backups.timeline;

import java.util.Locale;

/** What the recovery timeline is drawn with; the style sheet says which colour that is. */
enum Ink {
    FULL,
    WAL,
    GAP,
    PROMOTION,
    DUMP,
    RDB,
    LINE,
    GROUND,
    TEXT;

    String styleClass() {
        return "recovery-" + name().toLowerCase(Locale.ROOT);
    }
}
