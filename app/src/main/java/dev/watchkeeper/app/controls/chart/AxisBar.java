package dev.watchkeeper.app.controls.chart;

import dev.watchkeeper.app.controls.Buttons;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Buttons for an axis: how far back, zoom, and back to now. */
public final class AxisBar extends HBox {
    private final Map<Lookback, ToggleButton> lookbacks = new EnumMap<>(Lookback.class);
    private final TimeAxis axis;

    public AxisBar(TimeAxis axis) {
        this.axis = axis;
        getStyleClass().add("axis-bar");
        setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (Lookback lookback : Lookback.values()) {
            ToggleButton button = new ToggleButton(lookback.title());
            button.getStyleClass().setAll("toggle-button", "chip", "tone-neutral", "axis-chip");
            button.setToggleGroup(group);
            button.setTooltip(new Tooltip("The last " + lookback.title()));
            button.setAccessibleText("The last " + lookback.title());
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> {
                axis.last(lookback.length());
                light();
            });
            lookbacks.put(lookback, button);
            getChildren().add(button);
        }
        Button now = Buttons.icon("mdi2s-skip-next", "Back to now (End)", axis::toNow);
        now.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> axis.followingProperty().get(), axis.followingProperty()));
        getChildren()
                .addAll(
                        Buttons.icon("mdi2m-magnify-minus-outline", "Show more (−)", () -> axis.zoom(1.5)),
                        Buttons.icon("mdi2m-magnify-plus-outline", "Show less (+)", () -> axis.zoom(1 / 1.5)),
                        now);
        axis.visibleProperty().addListener((property, before, shown) -> light());
        light();
    }

    private void light() {
        lookbacks.forEach((lookback, button) -> button.setSelected(
                axis.followingProperty().get() && axis.visible().length().equals(lookback.length())));
    }
}
