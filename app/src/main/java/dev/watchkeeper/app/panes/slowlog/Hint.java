package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Tone;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A line above a table: how it is set up, why nothing is in it, and the button that changes it. */
final class Hint extends HBox {
    private final Label words = new Label();
    private final Button deed = Buttons.plain("", () -> {});
    private Tone tone = Tone.NEUTRAL;

    Hint() {
        super(10);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("ground", "hint-line", tone.styleClass());
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(words, deed);
    }

    /** What the button does. */
    record Deed(String title, Runnable run) {}

    void show(String text, Tone newTone, Optional<Deed> offered) {
        words.setText(text);
        newTone.insteadOf(tone, this);
        tone = newTone;
        deed.setVisible(offered.isPresent());
        deed.setManaged(offered.isPresent());
        offered.ifPresent(one -> {
            deed.setText(one.title());
            deed.setOnAction(event -> one.run().run());
        });
    }
}
