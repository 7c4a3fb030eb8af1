package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.app.controls.SqlView;
import dev.watchkeeper.workspace.console.SavedStatement;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/** Asks what a statement is to be called, so that it is found again. */
final class SaveDialog extends DialogBox {
    private final TextField name = new TextField();
    private final TextField note = new TextField();

    SaveDialog(String text, Consumer<SavedStatement> save, Runnable back) {
        super("Save the statement", Optional.empty(), 520);
        name.setPromptText("Name: who waits for locks");
        name.setAccessibleText("Name");
        name.setId("save-name");
        note.setPromptText("What it is good for");
        note.setAccessibleText("What it is good for");
        SqlView view = new SqlView();
        view.setMaxLines(10);
        view.setText(text);
        add(name, note, view);
        Button no = Buttons.withKey("Back", "Esc", back);
        no.setCancelButton(true);
        Button yes = Buttons.styled(
                Buttons.plain(
                        "Save",
                        () -> save.accept(new SavedStatement(
                                name.getText().strip(), note.getText().strip(), text))),
                "primary");
        yes.setDefaultButton(true);
        yes.disableProperty().bind(name.textProperty().map(String::isBlank));
        addButtons(no, yes);
    }

    /** Puts the cursor into the name. */
    void focus() {
        name.requestFocus();
    }
}
