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
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Filter, chips and buttons above the table. */
final class Toolbar extends HBox {
    private final FilterField filter = new FilterField("user, application, client, text…");
    private final Map<StateGroup, ToggleButton> states = new EnumMap<>(StateGroup.class);
    private final ToggleButton idle = chip(Tone.NEUTRAL, "Idle sessions: shown or hidden");
    private final ToggleButton background = chip(Tone.NEUTRAL, "Processes of the server itself");
    private final ToggleButton walsenders = chip(Tone.NEUTRAL, "Those that feed standbys");
    private final ToggleButton workers = chip(Tone.NEUTRAL, "Parallel workers, below their leader");
    private final MenuButton grouping = new MenuButton();
    private final Consumer<Choice> onChoice;
    private Choice choice = Choice.ALL;

    /** What the buttons do. */
    record Deeds(Runnable cancel, Runnable terminate, Runnable endByRule, ObservableBooleanValue chosen) {}

    /**
     * @param onChoice called when the person wants to see other sessions, or others of them
     */
    Toolbar(Consumer<Choice> onChoice, Deeds deeds) {
        this.onChoice = onChoice;
        setSpacing(10);
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        filter.setPrefWidth(300);
        filter.setMinWidth(180);
        filter.textProperty().addListener((property, before, now) -> change(old -> old.text(now)));
        FlowPane chips = new FlowPane(8, 6);
        chips.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        chips.setPrefWrapLength(320);
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
        chips.getChildren().addAll(idle, background, walsenders, workers, groupings());
        HBox.setHgrow(chips, Priority.ALWAYS);
        getChildren().addAll(filter, chips);
        getChildren().addAll(buttons(deeds));
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

    private MenuButton groupings() {
        ToggleGroup one = new ToggleGroup();
        for (Grouping each : Grouping.values()) {
            RadioMenuItem item = new RadioMenuItem("By " + each.label());
            item.setToggleGroup(one);
            item.setSelected(each == Grouping.NONE);
            item.setOnAction(event -> {
                grouping.setText(each == Grouping.NONE ? "Group by…" : "Grouped by " + each.label());
                change(old -> old.grouping(each));
            });
            grouping.getItems().add(item);
        }
        grouping.setText("Group by…");
        grouping.getStyleClass().addAll("chip", Tone.NEUTRAL.styleClass());
        grouping.setMinWidth(USE_PREF_SIZE);
        return grouping;
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
            chip.setText(group.label() + " " + model.count(group));
            appear(chip, model.count(group) > 0 || chip.isSelected() || group == StateGroup.ACTIVE);
        });
        idle.setText("idle " + model.count(StateGroup.IDLE) + (idle.isSelected() ? " hidden" : ""));
        background.setText("background " + model.background());
        walsenders.setText("walsenders " + model.walsenders());
        appear(walsenders, model.walsenders() > 0 || walsenders.isSelected());
        workers.setText("parallel workers " + model.workers());
        appear(workers, model.workers() > 0 || workers.isSelected());
    }

    private static void appear(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    void focusFilter() {
        filter.focus();
    }
}
