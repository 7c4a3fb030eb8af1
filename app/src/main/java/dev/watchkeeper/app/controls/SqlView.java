package dev.watchkeeper.app.controls;

import dev.watchkeeper.app.controls.sql.WrappedSql;
import dev.watchkeeper.kernel.sql.SqlLexer;
import dev.watchkeeper.kernel.sql.SqlToken;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.wellbehaved.event.EventPattern;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/**
 * A statement to be read, not written: highlighted, wrapped, to be selected and copied. As high as its text, up to a
 * limit; then it scrolls. Texts of 100 KB don't hold it up.
 */
public final class SqlView extends StackPane {
    private static final double LINE = 18;
    private static final double PADDING = 20;

    private final CodeArea area = new CodeArea();
    private double maxLines = 14;
    private WrappedSql shown = WrappedSql.of("");

    public SqlView() {
        getStyleClass().add("sql-view");
        getStylesheets()
                .add(Objects.requireNonNull(SqlView.class.getResource("sql-view.css"))
                        .toExternalForm());
        area.setEditable(false);
        area.setWrapText(true);
        area.setFocusTraversable(true);
        area.setAccessibleRole(AccessibleRole.TEXT_AREA);
        area.setAccessibleRoleDescription("SQL statement");
        area.totalHeightEstimateProperty().addListener((property, before, now) -> fitHeight());
        Nodes.addInputMap(
                area,
                InputMap.consume(
                        EventPattern.keyPressed(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN)),
                        event -> copy()));
        getChildren().add(new VirtualizedScrollPane<>(area));
        fitHeight();
    }

    /** What is shown, as it was given. */
    public String text() {
        return shown.original();
    }

    /** Shows another text; the place and the selection stay if it is the same. */
    public void setText(String text) {
        if (text.equals(shown.original())) {
            return;
        }
        shown = WrappedSql.of(text);
        area.replaceText(shown.display());
        if (!shown.display().isEmpty()) {
            area.setStyleSpans(0, spans(shown.display()));
        }
        area.moveTo(0);
        area.requestFollowCaret();
        area.setAccessibleText(text);
        fitHeight();
    }

    /** How high it grows before it scrolls. */
    public void setMaxLines(double lines) {
        maxLines = lines;
        fitHeight();
    }

    /** Puts the selection on the clipboard, or all of it if nothing is selected. */
    public void copy() {
        var selection = area.getSelection();
        ClipboardContent content = new ClipboardContent();
        content.putString(
                selection.getLength() == 0
                        ? shown.original()
                        : shown.original(selection.getStart(), selection.getEnd()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void fitHeight() {
        Double estimate = area.totalHeightEstimateProperty().getValue();
        double lines = estimate == null ? LINE : Math.max(LINE, estimate);
        double height = Math.min(lines, maxLines * LINE) + PADDING;
        if (Math.abs(height - getPrefHeight()) > 0.5) {
            setMinHeight(Math.min(height, 3 * LINE + PADDING));
            setPrefHeight(height);
            setMaxHeight(height);
        }
    }

    private static StyleSpans<Collection<String>> spans(String text) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        for (SqlToken token : SqlLexer.tokens(text)) {
            spans.add(List.of("sql-" + token.kind().name().toLowerCase(Locale.ROOT)), token.end() - token.start());
        }
        return spans.create();
    }
}
