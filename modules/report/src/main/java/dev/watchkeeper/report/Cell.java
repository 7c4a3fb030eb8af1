package dev.watchkeeper.report;

/**
 * What stands in one column of one row, already written as people read it; the column says the unit.
 *
 * @param text empty if there is nothing to say
 */
public record Cell(String text, Tone tone) {
    public static final Cell EMPTY = new Cell("", Tone.PLAIN);

    public static Cell of(String text) {
        return new Cell(text, Tone.PLAIN);
    }

    public static Cell of(String text, Tone tone) {
        return new Cell(text, tone);
    }
}
