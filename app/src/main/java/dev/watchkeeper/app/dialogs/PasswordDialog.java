package dev.watchkeeper.app.dialogs;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.kernel.target.Environment;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;

/** Asks for one password. */
public final class PasswordDialog extends DialogBox {
    private final PasswordField field = new PasswordField();

    /**
     * @param explains whose password it is and what becomes of it
     * @param entered called with what was typed
     */
    public PasswordDialog(
            String title,
            String explains,
            Optional<Environment> environment,
            Consumer<String> entered,
            Runnable dismissed) {
        super(title, environment, 440);
        Label words = new Label(explains);
        words.setWrapText(true);
        words.getStyleClass().add("secondary");
        field.setPromptText("Password");
        field.setAccessibleText(title);
        field.setId("password");
        add(words, field);
        Button back = Buttons.withKey("Not now", "Esc", dismissed);
        back.setCancelButton(true);
        Button enter = Buttons.styled(Buttons.plain("Enter", () -> entered.accept(field.getText())), "primary");
        enter.setDefaultButton(true);
        enter.setId("enter");
        addButtons(back, enter);
    }

    /** Puts the cursor into the field. */
    public void focus() {
        field.requestFocus();
    }
}
