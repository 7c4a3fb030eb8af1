package dev.watchkeeper.app.panes.queries.log;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.SqlView;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.postgres.serverlog.LogFinding;
import dev.watchkeeper.postgres.serverlog.LogGroup;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The chosen group on a closer look: how often, the newest of it as the server wrote it, and its statement. */
final class EntryCard extends Card {
    private static final double WIDTH = 372;
    /** Characters that are drawn of a text; all of it is copied. */
    private static final int LONGEST = 100_000;

    private final Badge badge = new Badge("", Tone.NEUTRAL);
    private final Label message = new Label();
    private final GridPane facts = grid();
    private final SqlView statement = new SqlView();
    private final SqlView plan = new SqlView();
    private final GridPane newest = grid();
    private final Button copyStatement = Buttons.plain("Copy statement", this::copyStatement);
    private final Button copyEntry = Buttons.plain("Copy entry", this::copyEntry);
    private String wholeStatement = "";
    private String wholeEntry = "";

    EntryCard(Runnable close) {
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        message.getStyleClass().add("medium");
        message.setWrapText(true);
        statement.setMaxLines(14);
        plan.setMaxLines(16);
        copyStatement.setId("log-copy-statement");
        copyEntry.setId("log-copy-entry");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, badge, gap, Buttons.icon("mdi2c-close", "Close the details", close));
        head.setAlignment(Pos.CENTER_LEFT);
        Label title = new Label("The newest");
        title.getStyleClass().add("card-title");
        VBox body =
                new VBox(head, message, facts, statement, plan, title, newest, new HBox(8, copyStatement, copyEntry));
        body.getStyleClass().add("card-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
    }

    private static GridPane grid() {
        GridPane grid = new GridPane(12, 6);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(88), values);
        return grid;
    }

    void show(LogGroup group) {
        LogFinding example = group.example();
        badge.show(group.kind().words(), Pick.of(group.kind()).tone());
        text(message, EntryWords.headline(group));
        fill(facts, EntryWords.facts(group));
        wholeStatement = example.statement();
        wholeEntry = EntryWords.written(example.entry());
        code(statement, wholeStatement);
        code(plan, EntryWords.plan(example));
        fill(newest, EntryWords.newest(example));
        there(copyStatement, !wholeStatement.isBlank());
    }

    private static void fill(GridPane grid, Map<String, String> lines) {
        grid.getChildren().clear();
        int row = 0;
        for (Map.Entry<String, String> line : lines.entrySet()) {
            if (!line.getValue().isBlank()) {
                Label name = new Label(line.getKey());
                name.getStyleClass().add("secondary");
                GridPane.setValignment(name, javafx.geometry.VPos.TOP);
                Label value = new Label(line.getValue());
                value.setWrapText(true);
                value.setMinHeight(Region.USE_PREF_SIZE);
                grid.addRow(row++, name, value);
            }
        }
    }

    private static void text(Label label, String text) {
        label.setText(text);
        there(label, !text.isBlank());
    }

    private static void code(SqlView view, String text) {
        view.setText(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
        there(view, !text.isBlank());
    }

    private static void there(Region region, boolean is) {
        region.setVisible(is);
        region.setManaged(is);
    }

    private void copyStatement() {
        Clip.copy(wholeStatement);
    }

    private void copyEntry() {
        Clip.copy(wholeEntry);
    }
}
