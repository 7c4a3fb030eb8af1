package dev.watchkeeper.app.panes.replication.drawing;

/** Where a node belongs in the drawing. */
public enum Part {
    /** What stands in front of the servers: at the left. */
    CLIENT,
    /** Takes writes: begins a tree. */
    PRIMARY,
    /** Follows somebody. */
    FOLLOWER,
    /** Looks on from the left, below the clients. */
    WATCHER
}
