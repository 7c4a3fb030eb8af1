package dev.watchkeeper.report;

/**
 * One column of a table.
 *
 * @param title in sentence case
 * @param unit stands in the head beside the title: {@code MB}, {@code min:s}; empty if there is none
 * @param width how much of the page it gets, relative to the other columns; numbers get at least what they need
 */
public record Column(String title, String unit, Kind kind, double width) {
    /** What stands in a column, and so how it is set. */
    public enum Kind {
        /** Left-aligned, wraps between words. */
        TEXT,
        /** Right-aligned, never wraps; bold when its cell has a tone. */
        NUMBER,
        /** A word on coloured ground. */
        BADGE,
        /** Monospaced: an identifier, a command. */
        CODE,
        /** Monospaced, wraps, with its keywords coloured. */
        SQL
    }

    public Column {
        if (!(width > 0)) {
            throw new IllegalArgumentException("the column " + title + " has no width");
        }
    }

    /** Whether it is set in a face whose characters are all of one width. */
    public boolean isMonospaced() {
        return kind == Kind.CODE || kind == Kind.SQL;
    }

    public static Column text(String title, double width) {
        return new Column(title, "", Kind.TEXT, width);
    }

    public static Column number(String title, String unit, double width) {
        return new Column(title, unit, Kind.NUMBER, width);
    }

    public static Column badge(String title, double width) {
        return new Column(title, "", Kind.BADGE, width);
    }

    public static Column code(String title, double width) {
        return new Column(title, "", Kind.CODE, width);
    }

    public static Column sql(String title, double width) {
        return new Column(title, "", Kind.SQL, width);
    }
}
