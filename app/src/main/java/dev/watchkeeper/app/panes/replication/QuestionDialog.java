package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Offer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Asks what has to be known before something can be done. */
final class QuestionDialog extends DialogBox {
    private final Map<String, Supplier<String>> answers = new LinkedHashMap<>();
    private Node first = this;

    /**
     * @param subject what it is done to
     * @param answered called with the answers by the questions' keys
     */
    QuestionDialog(Offer offer, String subject, Target target, Consumer<Map<String, String>> answered, Runnable back) {
        super(offer.label().replace("…", "") + ": " + subject, Optional.of(target.environment()), 520);
        GridPane grid = new GridPane(12, 10);
        ColumnConstraints left = new ColumnConstraints();
        left.setMinWidth(110);
        left.setMaxWidth(210);
        ColumnConstraints right = new ColumnConstraints();
        right.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(left, right);
        for (Offer.Question question : offer.questions()) {
            Node field = field(question);
            field.setId("answer-" + question.key());
            Label label = new Label(question.label());
            label.getStyleClass().add("form-label");
            label.setWrapText(true);
            label.setLabelFor(field);
            grid.addRow(grid.getRowCount(), label, field);
            if (first.equals(this)) {
                first = field;
            }
        }
        add(grid);
        Button on = Buttons.styled(Buttons.plain("Go on…", () -> answered.accept(collected())), "primary");
        on.setDefaultButton(true);
        on.setId("answered");
        Button no = Buttons.withKey("Back", "Esc", back);
        no.setCancelButton(true);
        addButtons(no, on);
    }

    private Node field(Offer.Question question) {
        if (question.choices().isEmpty()) {
            TextField field = new TextField(question.usual());
            field.setAccessibleText(question.label());
            answers.put(question.key(), () -> field.getText().strip());
            return field;
        }
        ComboBox<String> choice = new ComboBox<>(FXCollections.observableArrayList(question.choices()));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(question.label());
        choice.setValue(
                question.choices().contains(question.usual())
                        ? question.usual()
                        : question.choices().getFirst());
        answers.put(question.key(), choice::getValue);
        return choice;
    }

    private Map<String, String> collected() {
        Map<String, String> collected = new LinkedHashMap<>();
        answers.forEach((key, answer) -> collected.put(key, answer.get()));
        return collected;
    }

    /** Puts the cursor into the first field. */
    void focus() {
        first.requestFocus();
    }
}
