package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.text.Spans;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What takes longer than a second, step by step, in the lower right corner: the window can be used meanwhile. Closing it ends
 * nothing. Lives on the FX thread.
 */
final class Progress extends VBox {
    private static final Duration PATIENCE = Duration.seconds(1);
    private static final double STEPS_HEIGHT = 220;

    private final Toasts home;
    private final long begin = System.nanoTime();
    private final FontIcon icon = new FontIcon("mdi2p-progress-clock");
    private final Label elapsed = new Label();
    private final VBox steps = new VBox(3);
    private final ScrollPane scroll = new ScrollPane(steps);
    private final Label outcome = new Label();
    private final Label advice = new Label();
    private final Timeline clock = new Timeline(new KeyFrame(PATIENCE, event -> tick()));
    private boolean closed;

    /**
     * @param title what is being done, and where
     * @param home where it appears as soon as there is something to tell
     */
    Progress(String title, Toasts home) {
        this.home = home;
        Label heading = new Label(title);
        heading.getStyleClass().add("medium");
        heading.setMinWidth(60);
        elapsed.getStyleClass().add("secondary");
        elapsed.setMinWidth(Region.USE_PREF_SIZE);
        icon.getStyleClass().add("toned-icon");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = Buttons.icon("mdi2c-close", "Close this note; what is done goes on", this::dismiss);
        HBox head = new HBox(8, icon, heading, gap, elapsed, close);
        head.getStyleClass().add("progress-head");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(STEPS_HEIGHT);
        scroll.getStyleClass().add("progress-scroll");
        steps.heightProperty().addListener((property, before, now) -> {
            scroll.setPrefHeight(Math.min(STEPS_HEIGHT, now.doubleValue() + 2));
            scroll.setVvalue(1);
        });
        for (Label label : new Label[] {outcome, advice}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            shown(label, false);
        }
        outcome.getStyleClass().addAll("medium", "toned");
        advice.getStyleClass().add("secondary");
        shown(scroll, false);
        getStyleClass().addAll("toast", "progress", Tone.ACCENT.styleClass());
        getChildren().addAll(head, scroll, outcome, advice);
        setAccessibleText(title);
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    private void tick() {
        appear();
        elapsed.setText(lasts());
    }

    private String lasts() {
        return Spans.words(java.time.Duration.ofNanos(System.nanoTime() - begin));
    }

    private void appear() {
        if (getParent() == null && !closed) {
            home.put(this);
        }
    }

    private void dismiss() {
        closed = true;
        home.take(this);
    }

    /** Tells a step that has been taken, or is being taken now. */
    void step(String text) {
        Label at = new Label(lasts());
        at.getStyleClass().add("secondary");
        at.setMinWidth(46);
        Label words = new Label(text);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        steps.getChildren().add(new HBox(8, at, words));
        shown(scroll, true);
        appear();
    }

    /**
     * Tells the end; it stays until it was read.
     *
     * @return false if there is nothing to be seen here, and it has to be told elsewhere
     */
    boolean end(String message, String more, Tone tone) {
        clock.stop();
        if (closed || steps.getChildren().isEmpty()) {
            home.take(this);
            return false;
        }
        elapsed.setText(lasts());
        tone.insteadOf(Tone.ACCENT, this);
        icon.setIconLiteral(tone == Tone.GREEN ? "mdi2c-check-circle-outline" : "mdi2a-alert-circle-outline");
        outcome.setText(message);
        shown(outcome, true);
        advice.setText(more);
        shown(advice, !more.isEmpty());
        setAccessibleText(getAccessibleText() + ": " + message);
        return true;
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
