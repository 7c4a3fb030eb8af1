package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.controls.Card;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The drawing, and the cards at its right. */
final class ReplicationView extends HBox {
    private final ScrollPane scroll;

    ReplicationView(GraphPanel graph, Node... cards) {
        super(12);
        getStyleClass().add("replication-pane");
        getStylesheets()
                .add(Objects.requireNonNull(ReplicationView.class.getResource("replication.css"))
                        .toExternalForm());
        VBox.setVgrow(graph.node(), Priority.ALWAYS);
        Card drawing = new Card(graph.node());
        drawing.setMinWidth(240);
        HBox.setHgrow(drawing, Priority.ALWAYS);
        VBox side = new VBox(12, cards);
        side.getStyleClass().add("side");
        scroll = new ScrollPane(side);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("side-scroll");
        scroll.setMinWidth(300);
        scroll.prefWidthProperty().bind(widthProperty().map(all -> Math.clamp(all.doubleValue() * 0.31, 300, 400)));
        getChildren().addAll(drawing, scroll);
    }

    /** Brings the upper end of the cards into sight. */
    void toTop() {
        scroll.setVvalue(0);
    }
}
