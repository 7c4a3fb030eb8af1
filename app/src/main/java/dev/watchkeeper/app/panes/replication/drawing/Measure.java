package dev.watchkeeper.app.panes.replication.drawing;

/**
 * How large everything is drawn, in pixels at zoom 1.
 *
 * @param cardWidth of a node
 * @param cardHeight of a node
 * @param labelWidth of the card on an edge
 * @param labelHeight of the card on an edge
 * @param gap between two cards below one another
 * @param bend room for an arrow to change its height
 * @param stub from the card on an arrow to the arrow's end
 * @param front between what stands before the servers and the servers
 */
public record Measure(
        double cardWidth,
        double cardHeight,
        double labelWidth,
        double labelHeight,
        double gap,
        double bend,
        double stub,
        double front) {
    /** For a cluster of a few nodes: two lines a card, and a curve on every arrow. */
    public static final Measure FULL = new Measure(204, 82, 120, 48, 26, 46, 30, 88);

    /** For a dozen: narrower, with the role below the name, and no curves. */
    public static final Measure CLOSE = new Measure(184, 82, 88, 42, 18, 34, 22, 56);

    /** For many nodes: what they are called and how far they are behind. */
    public static final Measure SMALL = new Measure(158, 44, 62, 22, 12, 22, 20, 44);

    /** From a card to the one that stands right below it, with the arrow's card between them. */
    double drop() {
        return labelHeight + 2 * stub + 6;
    }

    /** From the left edge of a card to the left edge of those in the list that hangs below it. */
    double indent() {
        return BUS + bend / 2 + labelWidth + stub;
    }

    /** From a card to the column of those right of it. */
    double alley() {
        return bend + labelWidth + stub;
    }

    /** From the left edge of a card to the line that goes down along the list that hangs below it. */
    static final double BUS = 24;
}
