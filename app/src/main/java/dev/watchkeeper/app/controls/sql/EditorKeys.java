package dev.watchkeeper.app.controls.sql;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional;

/** The keys of somebody who writes statements, beyond those that every text field has. */
final class EditorKeys {
    private final CodeArea area;
    private final String comment;

    EditorKeys(CodeArea area, String comment) {
        this.area = area;
        this.comment = comment;
    }

    /** Does what the key means; false if it means nothing here. */
    boolean pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SLASH
                || event.getCode() == KeyCode.DIVIDE
                || event.getText().equals("/")) {
            return event.isShortcutDown() && !comment.isEmpty() && lines(all -> Lines.comment(all, comment));
        }
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        return switch (event.getCode()) {
            case ENTER -> !event.isShiftDown() && newLine();
            case TAB -> event.isShiftDown() ? lines(Lines::out) : tab();
            default -> false;
        };
    }

    private boolean newLine() {
        String line = area.getText(area.getCurrentParagraph()).substring(0, area.getCaretColumn());
        area.replaceSelection("\n" + Lines.next(line));
        area.requestFollowCaret();
        return true;
    }

    private boolean tab() {
        if (area.getSelectedText().contains("\n")) {
            return lines(Lines::in);
        }
        area.replaceSelection(Lines.tab(area.getCaretColumn()));
        return true;
    }

    /** Changes whole lines, as one step of undo. */
    private boolean lines(UnaryOperator<List<String>> change) {
        int first = paragraphOf(area.getSelection().getStart());
        int last = paragraphOf(area.getSelection().getEnd());
        if (last > first
                && area.getAbsolutePosition(last, 0) == area.getSelection().getEnd()) {
            last--;
        }
        int from = area.getAbsolutePosition(first, 0);
        int to = area.getAbsolutePosition(last, area.getParagraphLength(last));
        boolean selected = area.getSelection().getLength() > 0;
        int column = area.getCaretColumn();
        String before = area.getText(from, to);
        String after = String.join("\n", change.apply(List.of(before.split("\n", -1))));
        area.replaceText(from, to, after);
        if (selected) {
            area.selectRange(from, from + after.length());
        } else {
            int moved = column + after.length() - before.length();
            area.moveTo(from + Math.clamp(moved, 0, after.length()));
        }
        return true;
    }

    private int paragraphOf(int position) {
        return area.offsetToPosition(position, TwoDimensional.Bias.Forward).getMajor();
    }
}
