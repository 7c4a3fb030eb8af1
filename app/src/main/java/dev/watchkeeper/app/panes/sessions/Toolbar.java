package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.FilterField;
import dev.watchkeeper.app.controls.Tone;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Filter, chips and buttons above the table. */
final class Toolbar extends VBox {
    /** In pixels: chips with three digits and the buttons need as much. */
    private static final double NARROW = 1000;

    private final HBox row = new HBox(10);
    private final HBox acts = new HBox(10);
    private final FilterField filter = new FilterField("user, application, client, text…");
    private final Map<StateGroup, ToggleButton> states = new EnumMap<>(StateGroup.class);
    private final ToggleButton idle = chip(Tone.NEUTRAL, "Idle sessions: shown or hidden");
    private final CheckMenuItem background = new CheckMenuItem();
    private final CheckMenuItem walsenders = new CheckMenuItem();
    private final CheckMenuItem workers = new CheckMenuItem();
    private final MenuButton view = new MenuButton("Group, show…");
    private final Consumer<Choice> onChoice;
    private Choice choice = Choice.ALL;

    /** What the buttons do. */
    record Deeds(Runnable cancel, Runnable terminate, Runnable endByRule, ObservableBooleanValue chosen) {}

    /**
     * @param onChoice called when the person wants to see other sessions, or others of them
     */
    Toolbar(Consumer<Choice> onChoice, Deeds deeds) {
        super(8);
        this.onChoice = onChoice;
        setMinWidth(0);
        setMinHeight(USE_PREF_SIZE);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        acts.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        filter.setPrefWidth(300);
        filter.setMinWidth(170);
        filter.textProperty().addListener((property, before, now) -> change(old -> old.text(now)));
        HBox chips = new HBox(8);
        chips.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        for (StateGroup group : List.of(StateGroup.ACTIVE, StateGroup.WAITING, StateGroup.IN_TRANSACTION)) {
            ToggleButton chip = chip(group.tone(), "Show only those that are " + group.label());
            chip.setOnAction(event -> change(old -> old.only(chosenStates())));
            states.put(group, chip);
            chips.getChildren().add(chip);
        }
        idle.setOnAction(event -> change(old -> old.hideIdle(idle.isSelected())));
        background.setOnAction(event -> change(old -> old.background(background.isSelected())));
        walsenders.setOnAction(event -> change(old -> old.walsenders(walsenders.isSelected())));
        workers.setOnAction(event -> change(old -> old.workers(workers.isSelected())));
        chips.getChildren().addAll(idle, viewMenu());
        HBox.setHgrow(chips, Priority.ALWAYS);
        acts.getChildren().addAll(buttons(deeds));
        row.getChildren().addAll(filter, chips, acts);
        getChildren().add(row);
        widthProperty().addListener((property, before, now) -> fit(now.doubleValue()));
    }

    /** Where there is no room beside the chips, the buttons have a row of their own. */
    private void fit(double width) {
        boolean narrow = width < NARROW;
        if (narrow && !getChildren().contains(acts)) {
            row.getChildren().remove(acts);
            getChildren().add(acts);
        } else if (!narrow && getChildren().contains(acts)) {
            getChildren().remove(acts);
            row.getChildren().add(acts);
        }
    }

    private static ToggleButton chip(Tone tone, String meaning) {
        ToggleButton chip = new ToggleButton();
        chip.getStyleClass().setAll("chip", tone.styleClass());
        chip.setTooltip(new Tooltip(meaning));
        chip.setMinWidth(USE_PREF_SIZE);
        return chip;
    }

    private List<Node> buttons(Deeds deeds) {
        Button cancel = Buttons.withKey("Cancel query", "C", deeds.cancel());
        Button terminate = Buttons.styled(Buttons.withKey("Terminate…", "K", deeds.terminate()), "danger-text");
        cancel.disableProperty().bind(Bindings.not(deeds.chosen()));
        terminate.disableProperty().bind(Bindings.not(deeds.chosen()));
        return List.of(cancel, terminate, Buttons.plain("End by rule…", deeds.endByRule()));
    }

    private MenuButton viewMenu() {
        ToggleGroup one = new ToggleGroup();
        for (Grouping each : Grouping.values()) {
            RadioMenuItem item = new RadioMenuItem(each == Grouping.NONE ? "Not grouped" : "Group by " + each.label());
            item.setToggleGroup(one);
            item.setSelected(each == Grouping.NONE);
            item.setOnAction(event -> {
                view.setText(each == Grouping.NONE ? "Group, show…" : "grouped by " + each.label());
                change(old -> old.grouping(each));
            });
            view.getItems().add(item);
        }
        view.getItems().addAll(new SeparatorMenuItem(), background, walsenders, workers);
        view.getStyleClass().addAll("chip", Tone.NEUTRAL.styleClass());
        view.setMinWidth(USE_PREF_SIZE);
        return view;
    }

    private Set<StateGroup> chosenStates() {
        Set<StateGroup> chosen = new HashSet<>();
        states.forEach((group, chip) -> {
            if (chip.isSelected()) {
                chosen.add(group);
            }
        });
        return chosen;
    }

    private void change(UnaryOperator<Choice> how) {
        choice = how.apply(choice);
        onChoice.accept(choice);
    }

    /** Brings the counts up to date. */
    void show(SessionsModel model) {
        states.forEach((group, chip) -> {
            chip.setText(group.chip() + " " + model.count(group));
            appear(chip, model.count(group) > 0 || chip.isSelected() || group == StateGroup.ACTIVE);
        });
        idle.setText("idle " + model.count(StateGroup.IDLE) + (idle.isSelected() ? " hidden" : ""));
        background.setText("Background processes: " + model.background());
        walsenders.setText("Walsenders: " + model.walsenders());
        workers.setText("Parallel workers below their leader: " + model.workers());
    }

    private static void appear(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    void focusFilter() {
        filter.focus();
    }

    void filter(String text) {
        filter.textProperty().set(text);
    }
}
