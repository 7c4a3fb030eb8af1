package dev.watchkeeper.kernel.topology;

/**
 * What something is done to.
 *
 * @param node id of a node
 * @param slot name of one of its slots; empty for the node itself
 */
public record Subject(String node, String slot) {
    /** The node itself. */
    public static Subject node(String id) {
        return new Subject(id, "");
    }

    /** One of its slots. */
    public static Subject slot(Slot slot) {
        return new Subject(slot.node(), slot.name());
    }
}
