package dev.watchkeeper.app.panes.queries.log;

import dev.watchkeeper.app.controls.Banner;
import dev.watchkeeper.app.controls.BannerText;
import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.app.controls.Sentence;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.reports.LogWords;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.serverlog.LogSettings;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Asks what the server is to log from now on, beside how it is set now; nothing is done before it was confirmed. */
final class MoreDialog extends DialogBox {
    private static final String GO_ON = "Go on…";

    private final TextField slow = field("log-more-slow", "Slow statements");
    private final CheckBox lockWaits = new CheckBox("Waits for locks");
    private final TextField tempFiles = field("log-more-temp", "Temporary files");
    private final TextField plans = field("log-more-plans", "Plans");
    private final ObjectProperty<Optional<BannerText>> trouble = new SimpleObjectProperty<>(Optional.empty());
    private final Button goOn;

    /** @param chosen gets what was typed, right or wrong */
    MoreDialog(Target target, LogSettings now, Consumer<Wanted> chosen, Runnable back) {
        super("What " + target.name() + " logs", Optional.of(target.environment()), 620);
        goOn = Buttons.styled(Buttons.plain(GO_ON, () -> chosen.accept(wanted())), "primary");
        goOn.setDefaultButton(true);
        goOn.setId("log-more-go-on");
        Button no = Buttons.withKey("Back", "Esc", back);
        no.setCancelButton(true);
        Label help = quiet("Empty leaves it as it is, off logs none, 0 logs all. Plans come from auto_explain, which is"
                + " loaded by sessions that begin from then on; waits for locks count from deadlock_timeout on.");
        help.setWrapText(true);
        add(form(now), help, new Banner(trouble));
        addButtons(no, goOn);
        fill(Wanted.proposed(now));
    }

    private static TextField field(String id, String name) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setPromptText("as it is");
        field.setPrefWidth(110);
        return field;
    }

    private GridPane form(LogSettings now) {
        GridPane grid = new GridPane(12, 10);
        ColumnConstraints notes = new ColumnConstraints();
        notes.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(150), new ColumnConstraints(110), notes);
        Map<String, String> set = LogWords.settings(now);
        lockWaits.setId("log-more-locks");
        lockWaits.setMnemonicParsing(false);
        row(grid, "Statements from", slow, set, "log_min_duration_statement");
        row(grid, "Temporary files from", tempFiles, set, "log_temp_files");
        row(grid, "Plans of those from", plans, Map.of(), "auto_explain.log_min_duration");
        int last = grid.getRowCount();
        grid.add(lockWaits, 0, last, 2, 1);
        grid.add(note(set, "log_lock_waits"), 2, last);
        return grid;
    }

    private static void row(GridPane grid, String name, TextField field, Map<String, String> set, String setting) {
        Label label = new Label(name);
        label.setLabelFor(field);
        grid.addRow(grid.getRowCount(), label, field, note(set, setting));
    }

    private static Label note(Map<String, String> set, String setting) {
        String value = set.get(setting);
        return quiet(setting + (value == null ? "" : ", now " + value));
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("secondary");
        return label;
    }

    private void fill(Wanted wanted) {
        slow.setText(wanted.slow());
        lockWaits.setSelected(wanted.lockWaits());
        tempFiles.setText(wanted.tempFiles());
        plans.setText(wanted.plans());
    }

    private Wanted wanted() {
        return new Wanted(slow.getText(), lockWaits.isSelected(), tempFiles.getText(), plans.getText());
    }

    /** The server is asked; nothing can be pressed twice. */
    void busy() {
        goOn.setDisable(true);
        goOn.setText("Looking…");
        trouble.set(Optional.empty());
    }

    /** What is wrong, until the next try. */
    void complain(Fault fault) {
        goOn.setDisable(false);
        goOn.setText(GO_ON);
        trouble.set(Optional.of(new BannerText(Tone.RED, Sentence.begin(fault.message()), fault.advice(), "")));
    }

    /** Puts the cursor into the first field. */
    void focus() {
        slow.requestFocus();
        slow.selectAll();
    }
}
