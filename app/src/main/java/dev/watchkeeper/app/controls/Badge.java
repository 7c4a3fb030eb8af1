package dev.watchkeeper.app.controls;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A word on coloured ground. */
public final class Badge extends Label {
    private Tone tone = Tone.NEUTRAL;

    public Badge(String text, Tone tone) {
        super(text);
        getStyleClass().addAll("badge", tone.styleClass());
        this.tone = tone;
        setMinWidth(Region.USE_PREF_SIZE);
    }

    /** Changes both; cheap if nothing changes. */
    public void show(String text, Tone newTone) {
        setText(text);
        if (newTone != tone) {
            newTone.insteadOf(tone, this);
            tone = newTone;
        }
    }
}
