package dev.watchkeeper.app.controls.plan;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.SqlView;
import dev.watchkeeper.app.controls.Tone;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is wrong, on red or amber ground, and below it the statement to try. */
final class AdviceBox extends VBox {
    /**
     * @param act what a button beside "Copy" does with the statement: its word, and the deed; empty for none
     */
    AdviceBox(String headline, String text, Tone tone, Optional<String> statement, Optional<Act> act) {
        super(8);
        Label head = new Label(headline);
        head.getStyleClass().addAll("advice-headline", "toned", tone.styleClass());
        head.setWrapText(true);
        head.setMinHeight(Region.USE_PREF_SIZE);
        VBox ground = new VBox(3, head);
        ground.getStyleClass().addAll("ground", tone.styleClass());
        if (!text.isEmpty()) {
            Label more = new Label(text);
            more.getStyleClass().add("advice-text");
            more.setWrapText(true);
            more.setMinHeight(Region.USE_PREF_SIZE);
            ground.getChildren().add(more);
        }
        ground.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(ground);
        statement.ifPresent(sql -> addStatement(sql, act));
    }

    /** A button that acts. */
    record Act(String word, Runnable deed) {}

    private void addStatement(String sql, Optional<Act> act) {
        SqlView view = new SqlView();
        view.setMaxLines(6);
        view.setText(sql);
        HBox buttons = new HBox(8, Buttons.plain("Copy", () -> Clip.copy(sql)));
        act.ifPresent(one -> buttons.getChildren().add(Buttons.plain(one.word(), one.deed())));
        getChildren().addAll(view, buttons);
    }
}
