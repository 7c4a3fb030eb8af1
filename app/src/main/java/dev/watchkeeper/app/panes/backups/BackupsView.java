package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.MainAndSide;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Figures, timeline, and below them the catalog with the cards at its right. */
final class BackupsView extends StackPane {
    private static final double LEAST_TABLE = 220;

    private final VBox column = new VBox(12);
    private final ScrollPane side;

    BackupsView(Node troubles, Node figures, Node timeline, Region catalog, List<Node> cards) {
        getStyleClass().add("backups-pane");
        getStylesheets()
                .add(Objects.requireNonNull(BackupsView.class.getResource("backups.css"))
                        .toExternalForm());
        column.getChildren().setAll(cards);
        column.getStyleClass().add("side");
        side = scrolling(column);
        catalog.setMinHeight(LEAST_TABLE);
        MainAndSide lower = new MainAndSide(catalog, side, 840, all -> Math.clamp(all * 0.28, 280, 380));
        VBox.setVgrow(lower, Priority.ALWAYS);
        ScrollPane all = scrolling(new VBox(12, troubles, figures, timeline, lower));
        all.setFitToHeight(true);
        getChildren().add(all);
    }

    private static ScrollPane scrolling(VBox content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        return scroll;
    }

    /** Puts this card above the others, or below them. */
    void place(Node card, boolean above) {
        int wanted = above ? 0 : column.getChildren().size() - 1;
        if (column.getChildren().indexOf(card) != wanted) {
            column.getChildren().remove(card);
            column.getChildren().add(wanted, card);
        }
    }

    /** Brings the upper end of the cards at the right into sight. */
    void toTop() {
        side.setVvalue(0);
    }
}
