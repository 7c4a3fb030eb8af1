package dev.watchkeeper.app.controls;

import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What is known, in two columns. */
public final class FactList extends GridPane {
    public FactList() {
        setHgap(12);
        setVgap(7);
        ColumnConstraints names = new ColumnConstraints(116);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    /** @param tones of the values that are in trouble, by label */
    public void show(Map<String, String> facts, Map<String, Tone> tones) {
        getChildren().clear();
        int row = 0;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            Label name = new Label(fact.getKey());
            name.getStyleClass().add("secondary");
            Label value = new Label(fact.getValue());
            value.setWrapText(true);
            value.setMinHeight(Region.USE_PREF_SIZE);
            Tone tone = tones.get(fact.getKey());
            if (tone != null) {
                value.getStyleClass().addAll("toned", tone.styleClass(), "medium");
            }
            addRow(row++, name, value);
        }
    }
}
