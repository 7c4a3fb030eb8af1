package dev.watchkeeper.app.panes.replication;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/** A row that can be chosen, by a click or by Enter; what stands in it wraps. */
class RowButton extends HBox {
    private Runnable action = () -> {};

    @SuppressWarnings("this-escape") // only JavaFX's own lists are filled
    RowButton(Node... content) {
        super(10, content);
        getStyleClass().add("row-button");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(event -> {
            requestFocus();
            action.run();
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                action.run();
                event.consume();
            }
        });
    }

    final void onChosen(Runnable what) {
        action = what;
    }

    @Override
    public void executeAccessibleAction(javafx.scene.AccessibleAction what, Object... parameters) {
        if (what == javafx.scene.AccessibleAction.FIRE) {
            action.run();
        } else {
            super.executeAccessibleAction(what, parameters);
        }
    }
}
