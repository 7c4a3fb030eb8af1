package dev.watchkeeper.app.controls.sql;

import java.util.function.IntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.fxmisc.richtext.CodeArea;
import org.reactfx.value.Val;

/** The numbers of the lines; a bar beside those of the statement that would run, and a mark at the line of an error. */
final class Gutter implements IntFunction<Node> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");

    /**
     * Lines, the first is 0.
     *
     * @param last itself included; before {@code first} if there are none
     */
    record Lines(int first, int last) {
        static final Lines NONE = new Lines(0, -1);

        boolean holds(int line) {
            return line >= first && line <= last;
        }
    }

    private final CodeArea area;
    private final ObjectProperty<Lines> current = new SimpleObjectProperty<>(Lines.NONE);
    private final ObjectProperty<Lines> faulty = new SimpleObjectProperty<>(Lines.NONE);

    Gutter(CodeArea area) {
        this.area = area;
    }

    /** The lines of the statement that would run. */
    ObjectProperty<Lines> currentProperty() {
        return current;
    }

    /** The line of the error. */
    ObjectProperty<Lines> faultyProperty() {
        return faulty;
    }

    @Override
    public Node apply(int line) {
        Label number = new Label();
        number.getStyleClass().add("line-number");
        number.setAlignment(Pos.CENTER_RIGHT);
        number.setMinWidth(Label.USE_PREF_SIZE);
        Val.map(area.getParagraphs().sizeProperty(), size -> padded(line + 1, size))
                .conditionOnShowing(number)
                .values()
                .subscribe(text -> number.setText(text == null ? padded(line + 1, 1) : text));
        follow(number, current, line, CURRENT);
        follow(number, faulty, line, FAULTY);
        return number;
    }

    private static void follow(Label number, ObjectProperty<Lines> lines, int line, PseudoClass state) {
        Val.map(lines, range -> range.holds(line))
                .conditionOnShowing(number)
                .values()
                .subscribe(holds -> number.pseudoClassStateChanged(state, Boolean.TRUE.equals(holds)));
    }

    private static String padded(int number, int of) {
        int digits = Math.max(2, Integer.toString(of).length());
        return " ".repeat(Math.max(0, digits - Integer.toString(number).length())) + number;
    }
}
