package dev.watchkeeper.app.controls;

import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A field that narrows a list while one types; Escape empties it. */
public final class FilterField extends HBox {
    private final TextField field = new TextField();

    /**
     * @param prompt what may be typed: {@code user, application, text…}
     */
    public FilterField(String prompt) {
        getStyleClass().add("field-box");
        field.setPromptText(prompt);
        field.setAccessibleText("Filter: " + prompt);
        KeyHint hint = new KeyHint("Ctrl F");
        Button clear = Buttons.icon("mdi2c-close", "Empty the filter", field::clear);
        hint.visibleProperty().bind(field.textProperty().isEmpty());
        hint.managedProperty().bind(hint.visibleProperty());
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        clear.managedProperty().bind(clear.visibleProperty());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                event.consume();
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(field, hint, clear);
    }

    /** @param action called for Enter, with true, and for Shift+Enter, with false */
    public void onEnter(Consumer<Boolean> action) {
        field.setOnAction(event -> action.accept(true));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
                action.accept(false);
                event.consume();
            }
        });
    }

    public StringProperty textProperty() {
        return field.textProperty();
    }

    /** Puts the cursor into it, with what stands there selected. */
    public void focus() {
        field.requestFocus();
        field.selectAll();
    }
}
