package dev.watchkeeper.app.controls.graph;

/**
 * A node and where it stands.
 *
 * @param column from 0; -1 where nothing stands in columns
 * @param x of its left edge
 * @param y of its upper edge
 * @param width of its card
 * @param height of its card
 */
public record Placed(GraphNode node, int column, double x, double y, double width, double height) {
    /** Width of every card in a column. */
    public static final double WIDTH = 150;
    /** Height of every card in a column. */
    public static final double HEIGHT = 48;
    /** How far a pile peeps out behind its card, to the right and downwards. */
    public static final double PILE = 6;
    /** Between two columns. */
    public static final double ALLEY = 48;
    /** Between two cards of a column, at least. */
    public static final double GAP = 22;

    /** In a column. */
    public Placed(GraphNode node, int column, double y) {
        this(node, column, columnX(column), y, WIDTH, HEIGHT);
    }

    /** Anywhere. */
    public Placed(GraphNode node, double x, double y, double width, double height) {
        this(node, -1, x, y, width, height);
    }

    public double middle() {
        return y + height / 2;
    }

    public double center() {
        return x + width / 2;
    }

    /** Where arrows leave it. */
    public double right() {
        return x + width + (node.stacked() ? PILE : 0);
    }

    public double bottom() {
        return y + height;
    }

    /** Left edge of a column. */
    public static double columnX(int column) {
        return column * (WIDTH + ALLEY);
    }

    public Box box() {
        return new Box(x, y, width, height);
    }

    Placed showing(GraphNode now) {
        return new Placed(now, column, x, y, width, height);
    }
}
