package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Tone;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Commands and what came back, the newest last; replies with parts are opened and closed. */
final class ReplyTree extends StackPane {
    /** The oldest go when there are more. */
    private static final int MOST = 500;

    private static final double ROW = 26;

    private final TreeItem<ReplyItem.Line> root = new TreeItem<>();
    private final TreeView<ReplyItem.Line> tree = new TreeView<>(root);

    ReplyTree() {
        tree.setShowRoot(false);
        tree.setFixedCellSize(ROW);
        tree.setCellFactory(view -> new LineCell());
        tree.setAccessibleText("Replies");
        tree.getStyleClass().add("replies");
        tree.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                copy();
                event.consume();
            }
        });
        EmptyState empty = new EmptyState(
                "mdi2c-console",
                Tone.NEUTRAL,
                "No command was run yet",
                "Ctrl+Enter runs the line at the caret or what is selected, Ctrl+Shift+Enter all lines. What changes"
                        + " something or may hurt is asked about first.");
        empty.visibleProperty().bind(Bindings.isEmpty(root.getChildren()));
        tree.visibleProperty().bind(empty.visibleProperty().not());
        getChildren().addAll(tree, empty);
    }

    void add(ReplyItem item) {
        root.getChildren().add(item);
        if (root.getChildren().size() > MOST) {
            root.getChildren().removeFirst();
        }
        int row = tree.getRow(item);
        tree.scrollTo(Math.max(0, row - 2));
        tree.getSelectionModel().select(item);
    }

    /** The value of the selected line, as redis-cli prints it. */
    void copy() {
        TreeItem<ReplyItem.Line> item = tree.getSelectionModel().getSelectedItem();
        if (item != null) {
            Clip.copy(item.getValue().whole());
        }
    }

    void focus() {
        tree.requestFocus();
    }

    private static final class LineCell extends TreeCell<ReplyItem.Line> {
        private static final PseudoClass FAILURE = PseudoClass.getPseudoClass("failure");
        private static final PseudoClass COMMAND = PseudoClass.getPseudoClass("command");

        private final Label name = new Label();
        private final Label value = new Label();
        private final HBox row = new HBox(12, name, value);

        LineCell() {
            name.getStyleClass().add("reply-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            value.getStyleClass().add("reply-value");
            row.getStyleClass().add("reply");
        }

        @Override
        protected void updateItem(ReplyItem.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            name.setText(line.name());
            value.setText(line.value());
            pseudoClassStateChanged(FAILURE, line.failure());
            pseudoClassStateChanged(COMMAND, line.command());
            setGraphic(row);
        }
    }
}
