package dev.watchkeeper.app.controls.graph;

import java.util.Optional;

/** Where the keys lead to in a graph; all by id. */
interface Steps {
    /** The first to begin with. */
    Optional<String> first();

    Optional<String> right(String from);

    Optional<String> left(String from);

    Optional<String> down(String from);

    Optional<String> up(String from);

    /** The next in the order in which one reads, or the one before. */
    Optional<String> turn(String from, boolean onwards);

    /** What suits a layout. */
    static Steps in(GraphLayout layout) {
        return layout.columns() > 0 ? new ColumnSteps(layout) : new FreeSteps(layout);
    }
}
