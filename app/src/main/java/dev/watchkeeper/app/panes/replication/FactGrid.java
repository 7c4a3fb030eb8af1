package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.panes.replication.picture.NodeText;
import dev.watchkeeper.kernel.topology.Detail;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/** Names and values below one another; from tick to tick only the texts change, so that nothing flickers. */
final class FactGrid extends GridPane {
    FactGrid() {
        getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(104);
        names.setMaxWidth(150);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(names, values);
    }

    void show(List<Detail> details) {
        while (getChildren().size() < 2 * details.size()) {
            Label name = new Label();
            Label value = new Label();
            name.getStyleClass().add("fact-name");
            name.setWrapText(true);
            value.getStyleClass().addAll("fact-value", Tone.NEUTRAL.styleClass());
            value.setWrapText(true);
            RowConstraints row = new RowConstraints();
            row.setValignment(VPos.TOP);
            getRowConstraints().add(row);
            addRow(getChildren().size() / 2, name, value);
        }
        for (int i = 0; i < getChildren().size(); i++) {
            Label label = (Label) getChildren().get(i);
            boolean used = i / 2 < details.size();
            label.setVisible(used);
            label.setManaged(used);
            if (used) {
                Detail detail = details.get(i / 2);
                label.setText(i % 2 == 0 ? detail.label() : detail.value());
                if (i % 2 == 1) {
                    label.getStyleClass()
                            .set(
                                    label.getStyleClass().size() - 1,
                                    NodeText.tone(detail.severity()).styleClass());
                }
            }
        }
        setVisible(!details.isEmpty());
        setManaged(!details.isEmpty());
    }
}
