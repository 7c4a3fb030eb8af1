package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.fault.Fault;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** Notes in the lower right corner. Quiet ones go by themselves, troubles stay until they were read. */
final class Toasts extends VBox {
    private static final Duration QUIET = Duration.seconds(6);
    private static final int AT_MOST = 5;

    Toasts() {
        getStyleClass().add("toasts");
        setPickOnBounds(false);
    }

    void say(String message, Tone tone) {
        say(message, "", tone);
    }

    /**
     * @param more in a second line; may be empty
     */
    void say(String message, String more, Tone tone) {
        HBox toast = toast(
                tone == Tone.GREEN ? "mdi2c-check-circle-outline" : "mdi2i-information-outline", tone, message, more);
        PauseTransition wait = new PauseTransition(QUIET);
        wait.setOnFinished(event -> getChildren().remove(toast));
        toast.hoverProperty().addListener((property, before, over) -> {
            if (over) {
                wait.stop();
            } else {
                wait.playFromStart();
            }
        });
        wait.play();
    }

    void complain(Fault fault) {
        toast("mdi2a-alert-circle-outline", Tone.RED, fault.message(), fault.advice());
    }

    private HBox toast(String icon, Tone tone, String message, String advice) {
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add("toned-icon");
        Label words = new Label(message);
        words.setWrapText(true);
        VBox text = new VBox(2, words);
        text.setAlignment(Pos.CENTER_LEFT);
        if (!advice.isEmpty()) {
            Label more = new Label(advice);
            more.getStyleClass().add("secondary");
            more.setWrapText(true);
            text.getChildren().add(more);
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox toast = new HBox(picture, text);
        Button close = Buttons.icon(
                "mdi2c-close", "Close this note", () -> getChildren().remove(toast));
        toast.getChildren().add(close);
        toast.getStyleClass().addAll("toast", tone.styleClass());
        toast.setAccessibleText(message + ". " + advice);
        put(toast);
        return toast;
    }

    /** Puts something else there; it stays until it is taken away. */
    void put(Node note) {
        getChildren().add(note);
        if (getChildren().size() > AT_MOST) {
            getChildren().stream()
                    .filter(old -> !(old instanceof Progress))
                    .findFirst()
                    .ifPresent(getChildren()::remove);
        }
    }

    void take(Node note) {
        getChildren().remove(note);
    }
}
