package dev.watchkeeper.app.controls;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** One big figure with its caption above and a quiet note below. */
public final class StatCard extends VBox {
    private final Label figure = new Label("–");
    private final Label note = new Label();
    private Tone tone = Tone.NEUTRAL;

    public StatCard(String caption) {
        getStyleClass().add("stat");
        Label above = new Label(caption);
        above.getStyleClass().add("caption");
        figure.getStyleClass().add("figure");
        note.getStyleClass().add("note");
        note.setTooltip(new Tooltip());
        note.getTooltip().textProperty().bind(note.textProperty());
        getChildren().addAll(above, figure, note);
    }

    /**
     * @param value with its unit
     * @param newTone neutral: as plain text
     */
    public void show(String value, String newNote, Tone newTone) {
        figure.setText(value);
        note.setText(newNote);
        if (newTone != tone) {
            figure.getStyleClass().removeAll("toned", tone.styleClass());
            if (newTone != Tone.NEUTRAL) {
                figure.getStyleClass().addAll("toned", newTone.styleClass());
            }
            tone = newTone;
        }
    }
}
