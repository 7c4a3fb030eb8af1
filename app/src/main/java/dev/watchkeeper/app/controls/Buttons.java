package dev.watchkeeper.app.controls;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons as the console draws them. */
public final class Buttons {
    private Buttons() {}

    public static Button plain(String text, Runnable action) {
        Button button = new Button(text);
        button.setMnemonicParsing(false);
        button.setOnAction(event -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /**
     * A button that says which key does the same.
     *
     * @param key as it stands on the keyboard; empty for none
     */
    public static Button withKey(String text, String key, Runnable action) {
        Button button = plain(text, action);
        if (!key.isEmpty()) {
            button.setGraphic(new KeyHint(key));
            button.setContentDisplay(ContentDisplay.RIGHT);
            button.setAccessibleText(text + ", key " + key);
        }
        return button;
    }

    /**
     * A button that stays pressed, and says which key does the same.
     *
     * @param key as it stands on the keyboard
     */
    public static ToggleButton toggle(String text, String key, BooleanProperty pressed) {
        ToggleButton button = new ToggleButton(text, new KeyHint(key));
        button.setMnemonicParsing(false);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setAccessibleText(text + ", key " + key);
        button.getStyleClass().add("pressable");
        button.selectedProperty().bindBidirectional(pressed);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /**
     * A button with nothing but a picture.
     *
     * @param icon as Ikonli names it
     * @param meaning for the tooltip and for screen readers
     */
    public static Button icon(String icon, String meaning, Runnable action) {
        Button button = plain("", action);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("quiet", "icon-only");
        button.setTooltip(new Tooltip(meaning));
        button.setAccessibleText(meaning);
        return button;
    }

    /** The same button with further style classes: {@code danger}, {@code primary}, {@code link}. */
    public static Button styled(Button button, String... classes) {
        button.getStyleClass().addAll(classes);
        return button;
    }
}
