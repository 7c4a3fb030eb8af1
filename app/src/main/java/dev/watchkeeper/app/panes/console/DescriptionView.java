package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.SqlView;
import dev.watchkeeper.app.controls.result.PackedPage;
import dev.watchkeeper.app.controls.result.ResultColumn;
import dev.watchkeeper.app.controls.result.ResultTable;
import dev.watchkeeper.postgres.describe.Description;
import dev.watchkeeper.postgres.describe.Section;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What there is to say about tables, indexes, views and functions: a table or a text for each part. */
final class DescriptionView extends ScrollPane {
    private static final double ROW = 28;
    private static final double HEAD = 30;
    private static final int ROWS = 14;

    DescriptionView(List<Description> descriptions) {
        VBox all = new VBox(14);
        all.getStyleClass().add("descriptions");
        for (Description one : descriptions) {
            Label title = new Label(one.title());
            title.getStyleClass().add("card-title");
            all.getChildren().add(title);
            one.sections().forEach(section -> add(all, section));
        }
        setContent(all);
        setFitToWidth(true);
        getStyleClass().add("description-scroll");
        setAccessibleText("Description");
    }

    private static void add(VBox all, Section section) {
        if (!section.title().isEmpty()) {
            Label title = new Label(section.title());
            title.getStyleClass().add("secondary");
            all.getChildren().add(title);
        }
        all.getChildren().add(section.isText() ? text(section) : table(section));
    }

    private static Node text(Section section) {
        SqlView view = new SqlView();
        view.setMaxLines(30);
        view.setText(section.text());
        return view;
    }

    private static Node table(Section section) {
        ResultTable table = new ResultTable(section.columns().stream()
                .map(name -> new ResultColumn(name, "", false, false))
                .toList());
        table.add(PackedPage.of(section.columns().size(), section.rows()));
        table.hideNumbers();
        double height = HEAD + ROW * Math.min(ROWS, Math.max(1, section.rows().size())) + 4;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(Region.USE_PREF_SIZE);
        table.getStyleClass().add("plain-head");
        return table;
    }
}
