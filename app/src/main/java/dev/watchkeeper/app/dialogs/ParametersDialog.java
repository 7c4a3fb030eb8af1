package dev.watchkeeper.app.dialogs;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.kernel.target.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Asks for the values of a statement's parameters; those of last time stand there already. */
public final class ParametersDialog extends DialogBox {
    private record Field(TextField text, CheckBox isNull) {}

    private final Map<String, Field> fields = new LinkedHashMap<>();

    /**
     * @param before values of last time, by name
     * @param run gets the values; null is NULL
     */
    public ParametersDialog(
            Target target,
            List<String> names,
            Map<String, @Nullable String> before,
            Consumer<Map<String, @Nullable String>> run,
            Runnable back) {
        super("Values for the statement on " + target.name(), Optional.of(target.environment()), 480);
        Label words = new Label("They are sent as parameters, never as part of the text: no quotes are needed.");
        words.getStyleClass().add("secondary");
        words.setWrapText(true);
        GridPane grid = new GridPane(10, 8);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), wide);
        for (String name : names) {
            row(grid, name, before);
        }
        add(words, grid);
        Button no = Buttons.withKey("Back", "Esc", back);
        no.setCancelButton(true);
        Button yes = Buttons.styled(Buttons.plain("Run", () -> run.accept(values())), "primary");
        yes.setDefaultButton(true);
        yes.setId("parameters-run");
        addButtons(no, yes);
    }

    private void row(GridPane grid, String name, Map<String, @Nullable String> before) {
        Label label = new Label(name);
        label.getStyleClass().add("mono");
        TextField text = new TextField(before.getOrDefault(name, ""));
        text.setAccessibleText("Value of " + name);
        text.setId("parameter-" + name.replaceAll("^\\$|\\s.*", ""));
        CheckBox isNull = new CheckBox("NULL");
        isNull.setSelected(before.containsKey(name) && before.get(name) == null);
        text.disableProperty().bind(isNull.selectedProperty());
        fields.put(name, new Field(text, isNull));
        grid.addRow(grid.getRowCount(), label, text, isNull);
    }

    private Map<String, @Nullable String> values() {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(
                name, field.isNull().isSelected() ? null : field.text().getText()));
        return values;
    }

    /** Puts the cursor into the first one. */
    public void focus() {
        Field first = fields.values().iterator().next();
        first.text().requestFocus();
        first.text().selectAll();
    }
}
