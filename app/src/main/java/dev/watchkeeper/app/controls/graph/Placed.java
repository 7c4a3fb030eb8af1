package dev.watchkeeper.app.controls.graph;

/**
 * A node and where it stands.
 *
 * @param column from 0
 * @param y of its upper edge
 */
public record Placed(GraphNode node, int column, double y) {
    /** Width of every card. */
    public static final double WIDTH = 150;
    /** Height of every card. */
    public static final double HEIGHT = 48;
    /** How far a pile peeps out behind its card, to the right and downwards. */
    public static final double PILE = 6;
    /** Between two columns. */
    public static final double ALLEY = 48;
    /** Between two cards of a column, at least. */
    public static final double GAP = 22;

    public double x() {
        return columnX(column);
    }

    public double middle() {
        return y + HEIGHT / 2;
    }

    /** Where arrows leave it. */
    public double right() {
        return x() + WIDTH + (node.stacked() ? PILE : 0);
    }

    /** Left edge of a column. */
    public static double columnX(int column) {
        return column * (WIDTH + ALLEY);
    }

    Placed showing(GraphNode now) {
        return new Placed(now, column, y);
    }
}
