package dev.watchkeeper.app.panes.locks;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.timeline.Timeline;
import dev.watchkeeper.app.controls.timeline.Track;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The last half hour: a time line to drag along, step by step or as a film. Lives on the FX thread. */
final class LookBack {
    /** A film shows so many recorded moments a second. */
    private static final int SPEED = 5;

    private final Timeline timeline;
    private final Consumer<Optional<Instant>> onLook;
    private final Button play;
    private final Button live;
    private final FontIcon playIcon = new FontIcon("mdi2p-play");
    private final Label hint = new Label("drag to look back");
    private final Card card;
    private final javafx.animation.Timeline film;
    private Optional<Instant> looking = Optional.empty();
    private @Nullable Track track;

    /**
     * @param onLook called with the moment that the person wants to see; empty for now
     * @param export asked to write the recording into a file
     */
    LookBack(ZoneId zone, Consumer<Optional<Instant>> onLook, Runnable export) {
        this.onLook = onLook;
        timeline = new Timeline(zone);
        timeline.onLook(this::dragged);
        film = new javafx.animation.Timeline(new KeyFrame(Duration.millis(1000.0 / SPEED), event -> step(1)));
        film.setCycleCount(Animation.INDEFINITE);
        play = Buttons.icon("mdi2p-play", "Play from here (P)", this::togglePlay);
        play.setGraphic(playIcon);
        live = Buttons.withKey("Now", "L", this::toNow);
        live.getStyleClass().add("small");
        hint.getStyleClass().add("secondary");
        Button back = Buttons.icon("mdi2s-skip-previous", "One step back (,)", () -> step(-1));
        Button forward = Buttons.icon("mdi2s-skip-next", "One step on (.)", () -> step(1));
        Button save = Buttons.icon("mdi2d-download-outline", "Export the recording as JSON", export);
        StackPane framed = new StackPane(timeline);
        framed.getStyleClass().add("timeline-frame");
        VBox.setVgrow(framed, Priority.ALWAYS);
        HBox tools = new HBox(4, hint, back, play, forward, live, save);
        tools.getStyleClass().add("look-back-tools");
        card = Card.titled("Last 30 minutes: sessions waiting", tools, framed);
        card.getStyleClass().add("look-back");
    }

    Card node() {
        return card;
    }

    void show(LocksScene scene) {
        looking = scene.looking();
        track = scene.track();
        timeline.show(scene.track(), looking);
        live.setDisable(looking.isEmpty());
        if (looking.isEmpty()) {
            stop();
        }
    }

    private void dragged(Optional<Instant> moment) {
        stop();
        onLook.accept(moment);
    }

    void toNow() {
        stop();
        onLook.accept(Optional.empty());
    }

    void togglePlay() {
        if (film.getStatus() == Animation.Status.RUNNING) {
            stop();
        } else {
            if (looking.isEmpty() && track != null && !track.samples().isEmpty()) {
                onLook.accept(Optional.of(track.samples().getFirst().at()));
            }
            film.playFromStart();
            playIcon.setIconLiteral("mdi2p-pause");
        }
    }

    /** Ends the film; also when the pane is closed. */
    void stop() {
        film.stop();
        playIcon.setIconLiteral("mdi2p-play");
    }

    /** So many recorded moments on, or back. */
    void step(int samples) {
        Track known = track;
        if (known == null || known.samples().isEmpty()) {
            return;
        }
        int next = known.indexAt(looking.orElse(known.end())) + samples;
        if (next >= known.samples().size() - 1) {
            toNow();
        } else {
            looking = Optional.of(known.samples().get(Math.max(0, next)).at());
            onLook.accept(looking);
        }
    }
}
