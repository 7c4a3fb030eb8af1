package dev.watchkeeper.app.controls;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.target.Target;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks whether an action is meant: what will happen, the exact statement, and on production the name to be typed. */
public final class ConfirmDialog extends DialogBox {
    private static final Set<String> ENDING =
            Set.of("cancel", "terminate", "rollback-prepared", "kill-client", "drop-slot");

    private final Button confirm;
    private final Button back;
    private final TextField name = new TextField();
    private final boolean asksForName;

    /**
     * @param yes called when it is confirmed
     * @param no called when it is not
     */
    public ConfirmDialog(Action action, Runnable yes, Runnable no) {
        super(title(action), Optional.of(action.target().environment()), 560);
        Target target = action.target();
        asksForName = action.danger().asksForTheName(target.environment());
        confirm =
                Buttons.styled(Buttons.plain(verb(action), yes), action.name().equals("cancel") ? "primary" : "danger");
        back = Buttons.withKey("Back", "Esc", no);
        String what = action.preview();
        Label preview = new Label(what.isEmpty() ? what : Character.toUpperCase(what.charAt(0)) + what.substring(1));
        preview.setWrapText(true);
        Label undo = new Label(undo(action) + "Who did it is written to the audit log.");
        undo.getStyleClass().add("secondary");
        add(preview, statement(action), undo);
        confirm.setId("confirm");
        back.setId("back");
        name.setId("confirm-name");
        if (asksForName) {
            add(nameField(target));
        }
        boolean dangerous = action.danger() == Danger.DANGEROUS;
        confirm.setDefaultButton(!dangerous || asksForName);
        back.setDefaultButton(dangerous && !asksForName);
        back.setCancelButton(true);
        addButtons(back, confirm);
    }

    /** Pausing is undone by resuming; whatever ends or loses something is not. */
    private static String undo(Action action) {
        boolean ends = action.danger() == Danger.DANGEROUS || ENDING.contains(action.name());
        return ends && !action.preview().contains("Undo:") ? "It can't be undone. " : "";
    }

    private static String title(Action action) {
        return verb(action) + " on " + action.target().name() + "?";
    }

    /** What is done, for a title: {@code Pause replay}. */
    public static String verb(Action action) {
        return switch (action.name()) {
            case "cancel" -> "Cancel query";
            case "terminate" -> "Terminate";
            case "rollback-prepared" -> "Roll back";
            default ->
                Character.toUpperCase(action.name().charAt(0))
                        + action.name().substring(1).replace('-', ' ');
        };
    }

    private static VBox statement(Action action) {
        SqlView sql = new SqlView();
        sql.setMaxLines(8);
        sql.setText(action.statement());
        Label runs = new Label("This is what runs:");
        runs.getStyleClass().add("secondary");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = Buttons.icon("mdi2c-content-copy", "Copy the statement", () -> Clip.copy(action.statement()));
        HBox head = new HBox(runs, gap, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        return new VBox(2, head, sql);
    }

    private VBox nameField(Target target) {
        Label ask = new Label("This is production. Type " + target.name() + " to go on:");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setAccessibleText(ask.getText());
        confirm.disableProperty()
                .bind(name.textProperty().map(typed -> !typed.strip().equals(target.name())));
        return new VBox(6, ask, name);
    }

    /** Puts the focus where it belongs: the name, else the safe button of a dangerous action, else the deed. */
    public void focus() {
        if (asksForName) {
            name.requestFocus();
        } else if (back.isDefaultButton()) {
            back.requestFocus();
        } else {
            confirm.requestFocus();
        }
    }
}
