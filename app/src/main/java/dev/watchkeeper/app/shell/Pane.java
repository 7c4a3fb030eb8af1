package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.overtime.OverTime;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/** One view on one server. Everything here is called on the FX thread. */
public interface Pane extends AutoCloseable {
    /** What stands below the header. The same node every time. */
    Node view();

    /** What the header says; the pane keeps it up to date. */
    PaneHeader header();

    /** What is asked, how often, and whether at all: the header's buttons and the keys drive it. */
    Feed feed();

    /**
     * Whether what it shows comes from the server itself: then its answers tell how the server is, and there is SQL to
     * be shown.
     */
    default boolean asksTheServer() {
        return true;
    }

    /** The SQL that it runs on this server's version, for "Show SQL"; empty before the first answer or if it runs none. */
    default Optional<String> sql() {
        return Optional.empty();
    }

    /** What it shows now, with its filter, to be taken away; empty if there is nothing yet. */
    default Optional<PaneExport> export() {
        return Optional.empty();
    }

    /** Whether the header is to offer {@link #export}; a pane that has its own way to take things away says no. */
    default boolean exports() {
        return true;
    }

    /** Whether there is a filter to put the cursor into. */
    default boolean hasFilter() {
        return false;
    }

    /** Puts the cursor into the filter, or into what else is searched here; nothing if there is none. */
    default void focusFilter() {}

    /**
     * Takes what another pane hands over when it leads here: words for the filter, a statement for the editor. Nothing if
     * it has no use for it.
     */
    default void take(String handed) {}

    /** What can be done here, by key and from the palette. */
    default List<Command> commands() {
        return List.of();
    }

    /** What of its numbers is kept over time: the header offers charts of these. */
    default List<OverTime> overTime() {
        return List.of();
    }

    /** Ends what feeds it. */
    @Override
    void close();
}
