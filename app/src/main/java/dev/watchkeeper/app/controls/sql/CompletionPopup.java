package dev.watchkeeper.app.controls.sql;

import dev.watchkeeper.app.controls.sql.Completer.Proposal;
import dev.watchkeeper.app.controls.sql.Completer.Proposals;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;

/** The list below the caret of what could be written there. The keyboard stays in the editor. */
final class CompletionPopup {
    private static final double ROW = 26;
    private static final int ROWS = 10;
    private static final double WIDTH = 420;

    private final CodeArea area;
    private final Popup popup = new Popup();
    private final ListView<Proposal> list = new ListView<>();
    private int from;

    CompletionPopup(CodeArea area) {
        this.area = area;
        list.getStyleClass().add("completion");
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new ProposalCell());
        list.setOnMouseClicked(event -> accept());
        list.setAccessibleText("What could be written here");
        list.getStylesheets()
                .add(Objects.requireNonNull(SqlEditor.class.getResource("sql-editor.css"))
                        .toExternalForm());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        popup.setConsumeAutoHidingEvents(false);
    }

    boolean isOpen() {
        return popup.isShowing();
    }

    void close() {
        popup.hide();
    }

    /** Shows it at the caret; nothing if there is nothing to propose. */
    void show(Proposals proposals) {
        if (proposals.list().isEmpty() || area.getScene() == null) {
            close();
            return;
        }
        from = proposals.from();
        list.getItems().setAll(proposals.list());
        list.getSelectionModel().select(0);
        list.scrollTo(0);
        list.setPrefHeight(Math.min(ROWS, proposals.list().size()) * ROW + 10);
        area.getCaretBounds().ifPresent(this::place);
    }

    private void place(Bounds caret) {
        if (popup.isShowing()) {
            popup.setAnchorX(caret.getMinX() - 12);
            popup.setAnchorY(caret.getMaxY() + 2);
        } else {
            popup.show(area, caret.getMinX() - 12, caret.getMaxY() + 2);
        }
    }

    /** Does what the key means while the list is open; false if it means nothing to it. */
    boolean pressed(KeyEvent event) {
        if (!isOpen()) {
            return false;
        }
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(ROWS - 1);
            case PAGE_UP -> move(1 - ROWS);
            case ENTER, TAB -> accept();
            case ESCAPE -> close();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(int by) {
        int next = Math.clamp(
                list.getSelectionModel().getSelectedIndex() + (long) by,
                0,
                list.getItems().size() - 1);
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - ROWS / 2));
    }

    private void accept() {
        Proposal chosen = list.getSelectionModel().getSelectedItem();
        close();
        if (chosen != null && from <= area.getCaretPosition()) {
            area.replaceText(from, area.getCaretPosition(), chosen.text());
        }
    }

    private static final class ProposalCell extends ListCell<Proposal> {
        private final Label name = new Label();
        private final Label detail = new Label();
        private final Label kind = new Label();
        private final HBox row;

        ProposalCell() {
            name.getStyleClass().add("mono");
            name.setMinWidth(Region.USE_PREF_SIZE);
            detail.getStyleClass().add("secondary");
            kind.getStyleClass().add("completion-kind");
            kind.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            row = new HBox(10, name, detail, gap, kind);
            row.getStyleClass().add("completion-row");
        }

        @Override
        protected void updateItem(Proposal item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            name.setText(item.text());
            detail.setText(item.detail());
            kind.setText(item.kind());
            setGraphic(row);
        }
    }
}
