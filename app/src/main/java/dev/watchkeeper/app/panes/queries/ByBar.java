package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.history.ActivityBy;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** What sessions at work are told apart by. */
final class ByBar extends HBox {
    private final Map<ActivityBy, ToggleButton> chips = new EnumMap<>(ActivityBy.class);
    private ActivityBy chosen = ActivityBy.WAIT_EVENT;

    /** @param onChoice called when another one was chosen */
    ByBar(Consumer<ActivityBy> onChoice) {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        add(group, ActivityBy.WAIT_EVENT, "wait event", onChoice);
        add(group, ActivityBy.WAIT_TYPE, "wait type", onChoice);
        add(group, ActivityBy.DATABASE, "database", onChoice);
        add(group, ActivityBy.ROLE, "role", onChoice);
    }

    private void add(ToggleGroup group, ActivityBy by, String title, Consumer<ActivityBy> onChoice) {
        ToggleButton chip = new ToggleButton(title);
        chip.getStyleClass().setAll("toggle-button", "chip", "tone-neutral");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setToggleGroup(group);
        chip.setSelected(by == chosen);
        chip.setAccessibleText("Active sessions by " + title);
        chip.setOnAction(event -> {
            chip.setSelected(true);
            chosen = by;
            onChoice.accept(by);
        });
        chips.put(by, chip);
        getChildren().add(chip);
    }

    ActivityBy chosen() {
        return chosen;
    }

    /** Presses one of them, as the person would. */
    void choose(ActivityBy by) {
        ToggleButton chip = chips.get(by);
        if (chip != null) {
            chip.fire();
        }
    }
}
