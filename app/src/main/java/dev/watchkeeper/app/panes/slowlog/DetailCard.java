package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.SqlView;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.reports.Micros;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The chosen line on a closer look, with what can be done about it. */
final class DetailCard extends Card {
    private final Label title = new Label();
    private final Badge badge = new Badge("", Tone.NEUTRAL);
    private final VBox bars = new VBox(6);
    private final GridPane facts = new GridPane();
    private final SqlView code = new SqlView();
    private final Label advice = new Label();
    private final VBox ground = new VBox(advice);
    private final VBox body;
    private final Button copy = Buttons.plain("Copy", () -> Clip.copy(code.text()));

    DetailCard(Runnable close) {
        setPrefWidth(348);
        setMinWidth(348);
        title.getStyleClass().add("pane-title");
        title.setWrapText(true);
        title.setMaxHeight(66);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        advice.setWrapText(true);
        ground.getStyleClass().setAll("ground", Tone.ACCENT.styleClass());
        facts.setHgap(12);
        facts.setVgap(6);
        ColumnConstraints names = new ColumnConstraints(104);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(names, values);
        HBox head = new HBox(8, title, badge, Buttons.icon("mdi2c-close", "Close the details", close));
        head.setAlignment(Pos.TOP_LEFT);
        code.setMaxLines(10);
        body = new VBox(head, bars, facts, ground, code, copy);
        body.getStyleClass().add("card-body");
        getChildren().add(body);
    }

    void show(Detail detail) {
        title.setText(detail.title());
        badge.show(detail.badge(), detail.tone());
        bars.getChildren().clear();
        detail.bars().forEach((name, share) -> bars.getChildren().add(bar(name, share)));
        there(bars, !detail.bars().isEmpty());
        facts.getChildren().clear();
        for (Map.Entry<String, String> fact : Detail.shown(detail.facts())) {
            Label name = new Label(fact.getKey());
            name.getStyleClass().add("secondary");
            Label value = new Label(fact.getValue());
            value.setWrapText(true);
            facts.addRow(facts.getRowCount(), name, value);
        }
        advice.setText(detail.advice());
        there(ground, !detail.advice().isEmpty());
        code.setText(detail.code());
        there(code, !detail.code().isEmpty());
        there(copy, !detail.code().isEmpty());
    }

    private static HBox bar(String name, double share) {
        Label label = new Label(name);
        label.getStyleClass().add("secondary");
        label.setMinWidth(104);
        ProgressBar bar = new ProgressBar(share);
        bar.getStyleClass().add("share-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label value = new Label(share <= 0 ? "0 %" : Micros.share(share));
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(12, label, bar, value);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static void there(Region region, boolean is) {
        region.setVisible(is);
        region.setManaged(is);
    }
}
