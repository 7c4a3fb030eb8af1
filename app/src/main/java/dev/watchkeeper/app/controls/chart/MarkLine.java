package dev.watchkeeper.app.controls.chart;

import dev.watchkeeper.app.controls.Tone;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Line;
import javafx.util.Duration;

/** A dashed line where something happened, with its words in a tooltip. */
final class MarkLine extends Line {
    private final Tooltip tip = new Tooltip();

    MarkLine() {
        getStyleClass().addAll("mark", Tone.NEUTRAL.styleClass());
        tip.setShowDelay(Duration.millis(200));
        Tooltip.install(this, tip);
    }

    void say(String words, Tone tone) {
        if (!words.equals(tip.getText())) {
            tip.setText(words);
            getStyleClass().setAll("mark", tone.styleClass());
            setAccessibleText(words);
        }
    }
}
