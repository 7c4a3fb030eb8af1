package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.result.PackedPage;
import javafx.scene.control.TextArea;

/** A plan as the server writes it. */
final class PlanText extends TextArea {
    PlanText(PackedPage lines) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < lines.size(); row++) {
            text.append(lines.value(row, 0)).append('\n');
        }
        getStyleClass().add("plan-text");
        setEditable(false);
        setText(text.toString());
        setAccessibleText("Plan");
    }
}
