package dev.watchkeeper.app.controls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Chips of which one is pressed. */
public final class Choice<T> extends HBox {
    private final Map<T, ToggleButton> chips = new LinkedHashMap<>();

    /** @param chosen called when the person chooses another one; not for the first, which is chosen at the beginning */
    public Choice(List<T> all, Function<T, String> title, Consumer<T> chosen) {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (T one : all) {
            ToggleButton chip = new ToggleButton(title.apply(one));
            chip.getStyleClass().setAll("toggle-button", "chip", "tone-neutral");
            chip.setId("choice-" + title.apply(one).toLowerCase(Locale.ROOT).replace(' ', '-'));
            chip.setMinWidth(USE_PREF_SIZE);
            chip.setToggleGroup(group);
            chip.setOnAction(event -> {
                chip.setSelected(true);
                chosen.accept(one);
            });
            chips.put(one, chip);
            getChildren().add(chip);
        }
        group.selectToggle(group.getToggles().getFirst());
    }

    /** What stands on one of them. */
    public void title(T one, String text) {
        ToggleButton chip = chips.get(one);
        if (chip != null && !chip.getText().equals(text)) {
            chip.setText(text);
        }
    }

    /** In which colour it is drawn; neutral at the beginning. */
    public void tone(T one, Tone tone) {
        ToggleButton chip = chips.get(one);
        if (chip != null) {
            chip.getStyleClass().setAll("toggle-button", "chip", tone.styleClass());
        }
    }

    /** Whether it is offered; the others close up. */
    public void offer(T one, boolean offered) {
        ToggleButton chip = chips.get(one);
        if (chip != null) {
            chip.setVisible(offered);
            chip.setManaged(offered);
        }
    }

    /** Shows one of them as pressed; nobody is called. */
    public void press(T one) {
        ToggleButton chip = chips.get(one);
        if (chip != null) {
            chip.setSelected(true);
        }
    }

    /** Presses one of them, as the person would. */
    public void choose(T one) {
        ToggleButton chip = chips.get(one);
        if (chip != null) {
            chip.fire();
        }
    }
}
