package dev.watchkeeper.app.controls;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/** Why there is nothing to show, and what one can do about it. */
public final class EmptyState extends VBox {
    private final Label title = new Label();
    private final Label text = new Label();

    /**
     * @param icon as Ikonli names it
     * @param more buttons and the like, below the words
     */
    public EmptyState(String icon, Tone tone, String title, String text, Node... more) {
        getStyleClass().addAll("empty-state", tone.styleClass());
        this.title.getStyleClass().add("empty-title");
        this.text.getStyleClass().add("secondary");
        this.text.setWrapText(true);
        this.text.setMaxWidth(460);
        this.text.setAlignment(Pos.CENTER);
        this.text.setTextAlignment(TextAlignment.CENTER);
        show(title, text);
        getChildren().addAll(new FontIcon(icon), this.title, this.text);
        getChildren().addAll(more);
    }

    /** Says something else. */
    public void show(String newTitle, String newText) {
        title.setText(newTitle);
        text.setText(newText);
    }
}
