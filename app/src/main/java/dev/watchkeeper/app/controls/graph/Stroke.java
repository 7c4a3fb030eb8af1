package dev.watchkeeper.app.controls.graph;

import java.util.Locale;

/** How the line of an edge is drawn. */
public enum Stroke {
    SOLID,
    DASHED,
    /** Thin dots. */
    DOTTED;

    /** The style class: {@code stroke-dotted}. */
    public String styleClass() {
        return "stroke-" + name().toLowerCase(Locale.ROOT);
    }
}
