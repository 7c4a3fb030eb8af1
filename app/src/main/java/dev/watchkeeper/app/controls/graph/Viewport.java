package dev.watchkeeper.app.controls.graph;

/**
 * Which part of the drawing is seen, and how large. Immutable.
 *
 * @param x of the drawing's origin on the screen
 * @param y of the drawing's origin on the screen
 */
record Viewport(double zoom, double x, double y) {
    static final double SMALLEST = 0.2;
    static final double LARGEST = 2.5;
    /** Around the drawing when it is fitted. */
    static final double MARGIN = 20;
    /** For the titles of the columns. */
    static final double HEAD = 52;
    /** Smaller than that nothing can be read: then it does not all fit. */
    private static final double READABLE = 0.8;
    /** The same where the whole tells more than its words. */
    private static final double LEGIBLE = 0.5;
    /** For the legend. */
    private static final double FOOT = 40;

    /** The whole drawing if it can be read then, else its upper left part. */
    static Viewport fitting(GraphLayout layout, double width, double height) {
        if (layout.columns() == 0) {
            return centred(layout, width, height);
        }
        double wide = (width - 2 * MARGIN) / Math.max(1, layout.width());
        double high = (height - HEAD - MARGIN) / Math.max(1, layout.height());
        double zoom = Math.clamp(Math.min(wide, high), READABLE, 1);
        return new Viewport(zoom, MARGIN, HEAD - layout.top() * zoom);
    }

    /** In the middle of its place, above what stands at the place's foot. */
    private static Viewport centred(GraphLayout layout, double width, double height) {
        double wide = (width - 2 * MARGIN) / Math.max(1, layout.width());
        double high = (height - MARGIN - FOOT) / Math.max(1, layout.height());
        double zoom = Math.clamp(Math.min(wide, high), LEGIBLE, 1);
        double x = Math.max(MARGIN, (width - layout.width() * zoom) / 2);
        double y = Math.max(MARGIN, (height - MARGIN - FOOT - layout.height() * zoom) / 2 + MARGIN);
        return new Viewport(zoom, x, y - layout.top() * zoom);
    }

    /** Larger or smaller, while this point of the screen stays where it is. */
    Viewport zoomed(double factor, double aroundX, double aroundY) {
        double next = Math.clamp(zoom * factor, SMALLEST, LARGEST);
        double ratio = next / zoom;
        return new Viewport(next, aroundX - (aroundX - x) * ratio, aroundY - (aroundY - y) * ratio);
    }

    Viewport moved(double dx, double dy) {
        return new Viewport(zoom, x + dx, y + dy);
    }

    /** Moved so far that at least a corner of the drawing stays to be seen. */
    Viewport within(GraphLayout layout, double width, double height) {
        double keep = 80;
        double head = head(layout);
        double top = layout.top() * zoom;
        double bottom = top + layout.height() * zoom;
        return new Viewport(
                zoom,
                Math.clamp(x, Math.min(MARGIN, keep - layout.width() * zoom), Math.max(MARGIN, width - keep)),
                Math.clamp(y, Math.min(head - top, keep - bottom), Math.max(head - top, height - keep - top)));
    }

    /** Moved as little as needed to see all of a part of the drawing. */
    Viewport showing(Box part, GraphLayout layout, double width, double height) {
        double dx = into(x + part.x() * zoom, part.width() * zoom, MARGIN, width - MARGIN);
        double dy = into(y + part.y() * zoom, part.height() * zoom, head(layout), height - MARGIN);
        return moved(dx, dy);
    }

    private static double head(GraphLayout layout) {
        return layout.columns() == 0 ? MARGIN : HEAD;
    }

    /** What can be seen of the drawing in a window of this size. */
    Box sight(double width, double height) {
        return new Box(toDrawingX(0), toDrawingY(0), width / zoom, height / zoom);
    }

    private static double into(double at, double size, double from, double to) {
        if (at < from) {
            return from - at;
        }
        return at + size > to ? Math.max(from - at, to - at - size) : 0;
    }

    double toDrawingX(double screenX) {
        return (screenX - x) / zoom;
    }

    double toDrawingY(double screenY) {
        return (screenY - y) / zoom;
    }
}
