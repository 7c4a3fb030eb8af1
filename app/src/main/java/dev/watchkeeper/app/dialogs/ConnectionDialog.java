package dev.watchkeeper.app.dialogs;

import dev.watchkeeper.app.controls.Banner;
import dev.watchkeeper.app.controls.BannerText;
import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.connect.Greeting;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Adds or edits a connection, and tries it out. */
final class ConnectionDialog extends DialogBox {
    /** What the buttons do. */
    interface Deeds {
        void test(ConnectionValues values, Optional<Secret> typed);

        void save(ConnectionValues values, Optional<Secret> typed);

        void back();
    }

    private final TextField name = field("billing", "connection-name");
    private final TextField url =
            field("postgresql://dba@db-1,db-2/shop?target_session_attrs=primary", "connection-url");
    private final Map<Environment, ToggleButton> environments = new EnumMap<>(Environment.class);
    private final CheckBox readOnly = new CheckBox("Read-only: every action on it is refused");
    private final ComboBox<PasswordPlace> place = new ComboBox<>();
    private final Label entryLabel = label("");
    private final TextField entry = field("", "connection-entry");
    private final Label secretLabel = label("Password");
    private final PasswordField secret = new PasswordField();
    private final TextField tags = field("payments, nightly", "connection-tags");
    private final ObjectProperty<Optional<BannerText>> result = new SimpleObjectProperty<>(Optional.empty());
    private final Button test;
    private final Button save;
    private final MenuButton found = new MenuButton("Found on this machine");

    ConnectionDialog(String title, ConnectionValues values, Deeds deeds) {
        super(title, Optional.empty(), 660);
        test = Buttons.plain("Test", () -> {
            busy("Connecting…");
            deeds.test(values(), typed());
        });
        save = Buttons.styled(Buttons.plain("Save", () -> deeds.save(values(), typed())), "primary");
        Button back = Buttons.withKey("Back", "Esc", deeds::back);
        back.setCancelButton(true);
        save.setDefaultButton(true);
        save.setId("connection-save");
        test.setId("connection-test");
        secret.setPromptText("only to put it there now; leave it empty if it is there already");
        secret.setAccessibleText("Password to store");
        place.getItems().setAll(PasswordPlace.values());
        place.setMaxWidth(Double.MAX_VALUE);
        place.valueProperty().addListener((property, before, now) -> adapt(now));
        add(form(), new Banner(result));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        found.setVisible(false);
        addButtons(found, gap, test, back, save);
        fill(values);
    }

    private static TextField field(String prompt, String id) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.setId(id);
        return field;
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("form-label");
        return label;
    }

    private GridPane form() {
        GridPane grid = new GridPane(12, 10);
        ColumnConstraints left = new ColumnConstraints(104);
        ColumnConstraints right = new ColumnConstraints();
        right.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(left, right);
        row(grid, label("Name"), name);
        row(grid, label("Address"), url);
        Label help = new Label("A postgresql:// address, a libpq keyword string (host=… dbname=…) or service=NAME.");
        help.getStyleClass().add("secondary");
        help.setWrapText(true);
        row(grid, new Label(), help);
        row(grid, label("Environment"), environmentChips());
        row(grid, new Label(), readOnly);
        row(grid, label("Password from"), place);
        row(grid, entryLabel, entry);
        row(grid, secretLabel, secret);
        row(grid, label("Tags"), tags);
        return grid;
    }

    private static void row(GridPane grid, Label label, Node field) {
        label.setLabelFor(field);
        grid.addRow(grid.getRowCount(), label, field);
    }

    private HBox environmentChips() {
        HBox chips = new HBox(8);
        ToggleGroup one = new ToggleGroup();
        for (Environment environment : Environment.values()) {
            ToggleButton chip = new ToggleButton(environment.label());
            Tone tone = environment == Environment.PRODUCTION
                    ? Tone.RED
                    : environment == Environment.STAGING ? Tone.AMBER : Tone.GREEN;
            chip.getStyleClass().setAll("chip", tone.styleClass());
            chip.setToggleGroup(one);
            environments.put(environment, chip);
            chips.getChildren().add(chip);
        }
        return chips;
    }

    private void adapt(PasswordPlace now) {
        entryLabel.setText(now.entryLabel());
        there(now.needsEntry(), entryLabel, entry);
        there(now.stores(), secretLabel, secret);
    }

    private static void there(boolean there, Node... nodes) {
        for (Node node : nodes) {
            node.setVisible(there);
            node.setManaged(there);
        }
    }

    private void fill(ConnectionValues values) {
        name.setText(values.name());
        url.setText(values.url());
        environments.forEach((environment, chip) -> chip.setSelected(environment == values.environment()));
        readOnly.setSelected(values.readOnly());
        place.setValue(values.place());
        entry.setText(values.entry());
        tags.setText(values.tags());
    }

    private ConnectionValues values() {
        Environment environment = environments.entrySet().stream()
                .filter(chip -> chip.getValue().isSelected())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Environment.DEVELOPMENT);
        return new ConnectionValues(
                name.getText().strip(),
                url.getText().strip(),
                environment,
                readOnly.isSelected(),
                place.getValue(),
                entry.getText(),
                tags.getText());
    }

    private Optional<Secret> typed() {
        return secret.getText().isEmpty() ? Optional.empty() : Optional.of(new Secret(secret.getText()));
    }

    /** Offers what was found on this machine; choosing one fills the form. */
    void offer(List<ConnectionValues> proposals) {
        for (ConnectionValues proposal : proposals) {
            MenuItem item = new MenuItem(proposal.name() + "  ·  " + proposal.url());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> fill(proposal));
            found.getItems().add(item);
        }
        found.setVisible(!proposals.isEmpty());
        found.setText("Found on this machine: " + proposals.size());
    }

    private void busy(String words) {
        result.set(Optional.of(BannerText.of(Tone.NEUTRAL, words)));
    }

    void show(Greeting met) {
        String tls = met.tls() == null ? "without TLS" : met.tls();
        String sees = met.monitors() ? "sees all sessions" : "sees only its own sessions: it lacks pg_monitor";
        result.set(Optional.of(new BannerText(
                Tone.GREEN,
                "PostgreSQL " + met.version() + " answers at " + met.host() + " after " + Spans.words(met.latency())
                        + (met.standby() ? ", a standby" : ""),
                "As " + met.role() + " on " + met.database() + ", " + tls + "; " + sees + ".",
                "")));
    }

    void show(Fault fault) {
        String message = fault.message();
        result.set(Optional.of(new BannerText(
                Tone.RED,
                message.isEmpty() ? "" : Character.toUpperCase(message.charAt(0)) + message.substring(1),
                fault.advice(),
                "")));
    }

    /** Puts the cursor into the first empty field. */
    void focus() {
        (name.getText().isEmpty() ? name : url).requestFocus();
    }
}
