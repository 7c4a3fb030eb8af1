package dev.watchkeeper.app.controls.graph;

/** How what a card stands for is: the dot before its title, each with its own shape and colour. */
public enum Mark {
    /** No dot: there is nothing to say. */
    NONE(""),
    WELL("well"),
    /** Somebody should look at it today. */
    WATCH("watch"),
    /** Somebody should look at it now. */
    TROUBLE("trouble"),
    /** Not known: nobody could ask it. */
    UNKNOWN("off");

    private final String styleClass;

    Mark(String styleClass) {
        this.styleClass = styleClass;
    }

    /** Of the fleet's dots. */
    String styleClass() {
        return styleClass;
    }
}
