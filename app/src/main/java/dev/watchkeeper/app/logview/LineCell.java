package dev.watchkeeper.app.logview;

import dev.watchkeeper.app.serverlog.Gravity;
import dev.watchkeeper.app.serverlog.RawLine;
import dev.watchkeeper.kernel.text.Sizes;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** One line, with what is sought marked in it. Only the beginning of a long one is drawn. */
final class LineCell extends ListCell<RawLine> {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final int LONGEST = 1_000;
    private static final int MOST_MARKS = 20;

    private final HBox row = new HBox();
    private final Text text = new Text();
    private final Supplier<String> sought;
    private final Gravity.Judge judge;

    /** @param sought in lower case */
    LineCell(Supplier<String> sought, Gravity.Judge judge) {
        this.sought = sought;
        this.judge = judge;
        row.setAlignment(Pos.CENTER_LEFT);
        text.getStyleClass().add("log-text");
        setText(null);
    }

    @Override
    protected void updateItem(@Nullable RawLine line, boolean empty) {
        super.updateItem(line, empty);
        Gravity gravity = empty || line == null ? Gravity.PLAIN : judge.apply(line.text());
        pseudoClassStateChanged(WARNING, gravity == Gravity.WARNING);
        pseudoClassStateChanged(ERROR, gravity == Gravity.ERROR);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        fill(line);
        setGraphic(row);
    }

    private void fill(RawLine line) {
        boolean cut = line.text().length() > LONGEST;
        String whole = shown(cut ? line.text().substring(0, LONGEST) + "…" : line.text());
        String lower = sought.get();
        int first = lower.isEmpty() ? -1 : find(whole, lower, 0);
        if (!cut && first < 0) {
            plain(whole);
            return;
        }
        row.getChildren().clear();
        if (cut) {
            add(Sizes.bytes(line.bytes()) + " in one line: ", "log-cut");
        }
        mark(whole, lower, first);
    }

    /** Most lines: the node that is there gets another text. New ones would have to be styled, and a label measures twice. */
    private void plain(String whole) {
        text.setText(whole);
        if (!row.getChildren().contains(text)) {
            row.getChildren().setAll(text);
        }
    }

    private void mark(String whole, String lower, int first) {
        int start = 0;
        int marks = 0;
        for (int at = first; at >= 0 && marks < MOST_MARKS; at = find(whole, lower, start)) {
            add(whole.substring(start, at), "log-text");
            start = at + lower.length();
            add(whole.substring(at, start), "log-hit");
            marks++;
        }
        add(whole.substring(start), "log-text");
    }

    private static int find(String text, String lower, int from) {
        for (int i = from; i <= text.length() - lower.length(); i++) {
            if (text.regionMatches(true, i, lower, 0, lower.length())) {
                return i;
            }
        }
        return -1;
    }

    private void add(String words, String style) {
        if (!words.isEmpty()) {
            row.getChildren().add(label(words, style));
        }
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** What moves the cursor or rings a bell takes one cell here. */
    private static String shown(String text) {
        StringBuilder all = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> {
            if (c == '\t') {
                all.append("    ");
            } else {
                all.append(Character.isISOControl(c) ? '·' : (char) c);
            }
        });
        return all.toString();
    }
}
