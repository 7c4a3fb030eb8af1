package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Tone;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

/** What is known, names left and values right. */
final class FactGrid extends GridPane {
    FactGrid() {
        setHgap(12);
        setVgap(7);
        ColumnConstraints names = new ColumnConstraints(84);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    void show(List<Fact> facts) {
        getChildren().clear();
        getRowConstraints().clear();
        for (Fact fact : facts) {
            Label name = new Label(fact.name());
            name.getStyleClass().add("secondary");
            Label value = new Label(fact.value());
            value.setWrapText(true);
            value.setMinHeight(Region.USE_PREF_SIZE);
            if (fact.code()) {
                value.getStyleClass().add("mono");
            }
            if (fact.tone() != Tone.NEUTRAL) {
                value.getStyleClass().addAll("toned", "medium", fact.tone().styleClass());
            }
            RowConstraints row = new RowConstraints();
            row.setValignment(VPos.TOP);
            getRowConstraints().add(row);
            addRow(getRowConstraints().size() - 1, name, value);
        }
    }
}
