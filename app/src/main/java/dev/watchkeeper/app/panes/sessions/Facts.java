package dev.watchkeeper.app.panes.sessions;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** What is known, in two columns. */
final class Facts extends GridPane {
    Facts() {
        setHgap(12);
        setVgap(6);
        ColumnConstraints names = new ColumnConstraints(112);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    void clear() {
        getChildren().clear();
    }

    void add(String name, String value) {
        Label left = new Label(name);
        left.getStyleClass().add("secondary");
        Label right = new Label(value);
        right.setWrapText(true);
        addRow(getRowCount(), left, right);
    }
}
