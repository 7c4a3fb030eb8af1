package dev.watchkeeper.app.controls.timeline;

import java.util.Optional;
import javafx.scene.input.KeyEvent;

/** The keyboard on a timeline. */
final class TimelineKeys {
    private static final int FAR = 15;
    private final Timeline timeline;

    TimelineKeys(Timeline timeline) {
        this.timeline = timeline;
        timeline.setOnKeyPressed(this::pressed);
    }

    private void pressed(KeyEvent event) {
        int far = event.isShiftDown() ? FAR : 1;
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> step(-far);
            case RIGHT, KP_RIGHT -> step(far);
            case PAGE_UP -> step(-FAR);
            case PAGE_DOWN -> step(FAR);
            case HOME -> to(0);
            case END, ESCAPE -> timeline.look(Optional.empty());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int samples) {
        Track track = timeline.track();
        to(track.indexAt(timeline.looking().orElse(track.end())) + samples);
    }

    private void to(int index) {
        var samples = timeline.track().samples();
        if (index >= samples.size() - 1) {
            timeline.look(Optional.empty());
        } else {
            timeline.look(Optional.of(samples.get(Math.max(0, index)).at()));
        }
    }
}
