package dev.watchkeeper.app.panes.backups;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Rows of a card at the right, with lines between them. */
final class SideRows extends VBox {
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

    void show(List<? extends Node> rows) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).pseudoClassStateChanged(LAST, i == rows.size() - 1);
        }
        // rows that are the same stay: one may be under the pointer
        if (!getChildren().equals(rows)) {
            getChildren().setAll(rows);
        }
    }
}
