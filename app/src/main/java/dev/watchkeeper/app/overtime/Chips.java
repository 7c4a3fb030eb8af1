package dev.watchkeeper.app.overtime;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Which of the charts is shown: always one. */
final class Chips extends HBox {
    private final List<OverTime> charts;
    private final ToggleGroup group = new ToggleGroup();
    private final Consumer<OverTime> onChoose;

    Chips(List<OverTime> charts, Consumer<OverTime> onChoose) {
        super(6);
        this.charts = List.copyOf(charts);
        this.onChoose = onChoose;
        setAlignment(Pos.CENTER_LEFT);
        this.charts.forEach(chart -> getChildren().add(chip(chart)));
        group.selectToggle(group.getToggles().getFirst());
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            }
        });
    }

    private ToggleButton chip(OverTime chart) {
        ToggleButton chip = new ToggleButton(chart.title());
        chip.getStyleClass().setAll("toggle-button", "chip", "tone-neutral");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setToggleGroup(group);
        chip.setUserData(chart);
        chip.setOnAction(event -> onChoose.accept(chart));
        return chip;
    }

    List<String> titles() {
        return charts.stream().map(OverTime::title).toList();
    }

    OverTime chosen() {
        return group.getSelectedToggle().getUserData() instanceof OverTime chart ? chart : charts.getFirst();
    }

    /** As if it was pressed; nothing if there is none of that title. */
    void choose(String title) {
        group.getToggles().stream()
                .filter(chip -> chip.getUserData() instanceof OverTime chart
                        && chart.title().equals(title))
                .findFirst()
                .ifPresent(chip -> {
                    group.selectToggle(chip);
                    onChoose.accept(chosen());
                });
    }
}
