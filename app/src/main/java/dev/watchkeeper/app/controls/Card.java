package dev.watchkeeper.app.controls;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** White ground with a thin line and round corners. */
public class Card extends VBox {
    @SuppressWarnings("this-escape") // only JavaFX's own lists are filled
    public Card(Node... content) {
        super(content);
        getStyleClass().add("card");
    }

    /** With a title, and a quiet note or buttons at its right. */
    public static Card titled(String title, Node right, Node... content) {
        Label label = new Label(title);
        label.getStyleClass().add("card-title");
        label.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(label, gap, right);
        head.getStyleClass().add("card-head");
        Card card = new Card(head);
        card.getChildren().addAll(content);
        return card;
    }
}
