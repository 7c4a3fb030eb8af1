package dev.watchkeeper.app.controls;

import dev.watchkeeper.kernel.target.Environment;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The frame of every dialog: the environment's colour on top, title, content, buttons at the lower right. */
public class DialogBox extends VBox {
    private final VBox body = new VBox();
    private final HBox buttons = new HBox();

    /**
     * @param environment of the server that it is about; empty if it is about none
     */
    @SuppressWarnings("this-escape") // only JavaFX's own lists are filled
    public DialogBox(String title, Optional<Environment> environment, double width) {
        getStyleClass().add("dialog-box");
        setPrefWidth(width);
        environment.ifPresent(one -> {
            Region edge = new Region();
            edge.getStyleClass().addAll("env-edge", "dialog-edge", "env-" + one.label());
            getChildren().add(edge);
        });
        Label heading = new Label(title);
        heading.getStyleClass().add("dialog-title");
        heading.setWrapText(true);
        body.getStyleClass().add("dialog-body");
        body.getChildren().add(heading);
        buttons.getStyleClass().add("dialog-buttons");
        getChildren().addAll(body, buttons);
        setAccessibleText(title);
    }

    /** Adds to the content, from top to bottom. */
    public final void add(Node... nodes) {
        body.getChildren().addAll(nodes);
    }

    /** Adds buttons, from left to right. */
    public final void addButtons(Node... nodes) {
        buttons.getChildren().addAll(nodes);
    }
}
