package dev.watchkeeper.app.logview;

import dev.watchkeeper.app.serverlog.RawLine;
import dev.watchkeeper.kernel.text.Sizes;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One line, with what is sought marked in it. Only the beginning of a long one is drawn. */
final class LineCell extends ListCell<RawLine> {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final int LONGEST = 1_000;
    private static final int MOST_MARKS = 20;

    private final HBox row = new HBox();
    private final Supplier<String> sought;

    /** @param sought in lower case */
    LineCell(Supplier<String> sought) {
        this.sought = sought;
        row.setAlignment(Pos.CENTER_LEFT);
        setText(null);
    }

    @Override
    protected void updateItem(@Nullable RawLine line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(WARNING, !empty && line != null && line.gravity().name().equals("WARNING"));
        pseudoClassStateChanged(ERROR, !empty && line != null && line.gravity().name().equals("ERROR"));
        row.getChildren().clear();
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        fill(line);
        setGraphic(row);
    }

    private void fill(RawLine line) {
        boolean cut = line.text().length() > LONGEST;
        String text = shown(cut ? line.text().substring(0, LONGEST) : line.text());
        String lower = sought.get();
        int start = 0;
        int marks = 0;
        for (int at = lower.isEmpty() ? -1 : find(text, lower, 0); at >= 0; at = find(text, lower, start)) {
            add(text.substring(start, at), "log-text");
            start = at + lower.length();
            add(text.substring(at, start), "log-hit");
            if (++marks == MOST_MARKS) {
                break;
            }
        }
        add(text.substring(start), "log-text");
        if (cut) {
            add("… " + Sizes.bytes(line.bytes()) + " in all", "log-cut");
        }
    }

    private static int find(String text, String lower, int from) {
        for (int i = from; i <= text.length() - lower.length(); i++) {
            if (text.regionMatches(true, i, lower, 0, lower.length())) {
                return i;
            }
        }
        return -1;
    }

    private void add(String text, String style) {
        if (!text.isEmpty()) {
            Label label = new Label(text);
            label.getStyleClass().add(style);
            label.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add((Node) label);
        }
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
