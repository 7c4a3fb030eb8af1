package dev.watchkeeper.app.controls.result;

import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A value in one line, cut where it is long; NULL is set apart from the empty text and from the word. */
final class ResultCell extends TableCell<Integer, Integer> {
    /** More of a value is not put on the screen. */
    static final int SHOWN = 300;

    private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");

    private final ResultRows rows;
    private final int column;
    private final IntConsumer seen;

    /**
     * @param seen told which rows come into sight
     */
    ResultCell(ResultRows rows, int column, boolean right, IntConsumer seen) {
        this.rows = rows;
        this.column = column;
        this.seen = seen;
        if (right) {
            getStyleClass().add("right");
        }
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null || row >= rows.size()) {
            setText(null);
            pseudoClassStateChanged(NULL, false);
            return;
        }
        String value = rows.beginning(row, column, SHOWN + 1);
        pseudoClassStateChanged(NULL, value == null);
        setText(value == null ? "NULL" : oneLine(value));
        seen.accept(row);
    }

    static String oneLine(String value) {
        String cut = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        StringBuilder line = new StringBuilder(cut.length());
        cut.codePoints().forEach(c -> {
            if (c == '\n') {
                line.append('⏎');
            } else if (Character.isISOControl(c)) {
                line.append(' ');
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }
}
