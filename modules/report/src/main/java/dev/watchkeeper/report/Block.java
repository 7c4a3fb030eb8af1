package dev.watchkeeper.report;

import java.util.List;

/** One part of a document, from top to bottom. */
public sealed interface Block {
    /**
     * Begins a section; it is in the PDF's outline too.
     *
     * @param note said quietly beside it: a count, a moment; empty if there is none
     */
    record Heading(String text, String note) implements Block {
        public Heading(String text) {
            this(text, "");
        }
    }

    /** Sentences. With a tone other than plain it stands on coloured ground. */
    record Paragraph(String text, Tone tone) implements Block {
        public Paragraph(String text) {
            this(text, Tone.PLAIN);
        }
    }

    /** What is known about one thing. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A list whose head is repeated on every page.
     *
     * @param ifEmpty what is said when there are no lines: {@code Nothing is blocked}
     */
    record Table(List<Column> columns, List<Line> lines, String ifEmpty) implements Block {
        public Table {
            columns = List.copyOf(columns);
            lines = List.copyOf(lines);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("a table needs at least one column");
            }
        }
    }

    /** A statement, whole, with its own line breaks. */
    record Sql(String text) implements Block {}

    /**
     * A picture of lines and boxes.
     *
     * @param width in units of which a line of text takes about 16; as the window draws it
     * @param height in the same units
     */
    record Drawing(double width, double height, List<Shape> shapes) implements Block {
        public Drawing {
            shapes = List.copyOf(shapes);
            if (!(width > 0) || !(height > 0)) {
                throw new IllegalArgumentException("a drawing of " + width + " by " + height);
            }
        }
    }
}
