package dev.watchkeeper.app.overtime;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** Chips and buttons in one line, or in two where that is too narrow. */
final class StripHead extends FlowPane {
    StripHead(Node chips, Node note, Node axis) {
        super(16, 4);
        getStyleClass().add("strip-head");
        setAlignment(Pos.CENTER_LEFT);
        HBox left = new HBox(10, chips, note);
        left.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(left, axis);
    }
}
