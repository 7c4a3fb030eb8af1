package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.reports.TopologyWords;
import dev.watchkeeper.kernel.topology.Lag;
import dev.watchkeeper.kernel.topology.LinkKind;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** How far behind a link is at each stage, in bytes and in time. */
final class StageGrid extends GridPane {
    private static final List<String> STAGES = List.of("sent", "written", "flushed", "replayed");

    StageGrid() {
        super(8, 5);
        getStyleClass().add("stages");
        ColumnConstraints stage = new ColumnConstraints();
        stage.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(stage, number(), number());
        addRow(0, title("Not yet"), title("Bytes"), title("Time"));
        for (int i = 0; i < STAGES.size(); i++) {
            addRow(i + 1, new Label(STAGES.get(i)), new Label(), new Label());
        }
    }

    private static ColumnConstraints number() {
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        number.setMinWidth(84);
        return number;
    }

    private static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("column-title");
        return label;
    }

    void show(Lag lag, LinkKind kind) {
        row(1, lag.sentBytes(), null, lag.idle());
        row(2, lag.writtenBytes(), lag.writeMillis(), lag.idle());
        row(3, lag.flushedBytes(), lag.flushMillis(), lag.idle());
        row(4, lag.replayedBytes(), lag.replayMillis(), lag.idle());
        label(4, 0).setText(kind == LinkKind.LOGICAL ? "applied" : "replayed");
    }

    private void row(int row, @Nullable Long bytes, @Nullable Long millis, boolean idle) {
        label(row, 1).setText(bytes == null ? "–" : TopologyWords.bytes(bytes));
        label(row, 2).setText(millis != null ? TopologyWords.span(millis) : idle && row > 1 ? "idle" : "–");
    }

    private Label label(int row, int column) {
        return (Label) getChildren().get(3 * row + column);
    }
}
