package dev.watchkeeper.app.panes.replication;

/** What the person looks at. */
sealed interface Chosen {
    record Nothing() implements Chosen {}

    record OfNode(String id) implements Chosen {}

    record OfLink(String id) implements Chosen {}

    record OfSlot(String node, String name) implements Chosen {}
}
