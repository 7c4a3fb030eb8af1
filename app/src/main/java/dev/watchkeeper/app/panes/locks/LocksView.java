package dev.watchkeeper.app.panes.locks;

import dev.watchkeeper.app.controls.Card;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Tree, graph and detail beside one another, the last half hour below. */
final class LocksView extends VBox {
    LocksView(RootTree tree, GraphPanel graph, MemberPanel member, LookBack lookBack) {
        getStyleClass().add("locks-pane");
        getStylesheets()
                .add(Objects.requireNonNull(LocksView.class.getResource("locks.css"))
                        .toExternalForm());
        Label order = new Label("worst first");
        order.getStyleClass().add("secondary");
        Card left = Card.titled("Root blockers", order, tree.node());
        VBox.setVgrow(tree.node(), Priority.ALWAYS);
        Card middle = new Card(grown(graph.node()));
        Card right = new Card(grown(member.node()));
        wide(left, 0.232, 216, 316);
        wide(right, 0.28, 256, 344);
        middle.setMinWidth(200);
        HBox.setHgrow(middle, Priority.ALWAYS);
        HBox upper = new HBox(12, left, middle, right);
        upper.setMinHeight(160);
        VBox.setVgrow(upper, Priority.ALWAYS);
        lookBack.node().setMinHeight(148);
        lookBack.node().setPrefHeight(148);
        setSpacing(12);
        getChildren().addAll(upper, lookBack.node());
    }

    private static Node grown(Node node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }

    /** A share of the pane's width, within bounds. */
    private void wide(Region region, double share, double least, double most) {
        region.setMinWidth(least);
        region.prefWidthProperty().bind(widthProperty().map(all -> Math.clamp(all.doubleValue() * share, least, most)));
    }
}
