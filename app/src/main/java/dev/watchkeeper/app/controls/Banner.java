package dev.watchkeeper.app.controls;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A strip above a pane that says what is the matter, what to try, and offers the statement that mends it. */
public final class Banner extends HBox {
    private Tone tone = Tone.NEUTRAL;
    private final FontIcon icon = new FontIcon("mdi2a-alert-outline");
    private final Label headline = new Label();
    private final Label advice = new Label();
    private final Label statement = new Label();
    private final Button copy = Buttons.plain("Copy", () -> Clip.copy(statementText()));

    /** Takes no room while there is nothing to say. */
    public Banner(ObservableValue<Optional<BannerText>> says) {
        getStyleClass().addAll("banner", tone.styleClass());
        headline.getStyleClass().add("headline");
        headline.setWrapText(true);
        advice.setWrapText(true);
        statement.getStyleClass().add("mono");
        icon.getStyleClass().add("toned-icon");
        VBox words = new VBox(2, headline, advice, statement);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words, copy);
        says.addListener((property, before, now) -> show(now));
        show(says.getValue());
    }

    private void show(Optional<BannerText> text) {
        setVisible(text.isPresent());
        setManaged(text.isPresent());
        text.ifPresent(this::fill);
    }

    private void fill(BannerText text) {
        text.tone().insteadOf(tone, this);
        tone = text.tone();
        icon.setIconLiteral(tone == Tone.GREEN ? "mdi2c-check-circle-outline" : "mdi2a-alert-outline");
        headline.setText(text.text());
        optional(advice, text.advice());
        optional(statement, text.statement());
        copy.setVisible(!text.statement().isEmpty());
        copy.setManaged(copy.isVisible());
        setAccessibleText(text.text() + ". " + text.advice());
    }

    private static void optional(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private String statementText() {
        return statement.getText();
    }
}
