package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.console.TransactionMode;
import dev.watchkeeper.postgres.console.TransactionState;
import java.time.Clock;
import java.time.Duration;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * How the transaction stands: always there, so that nothing moves when one is opened; quiet while none is open, amber while
 * one is, red when one has failed.
 */
final class TransactionBar extends HBox {
    private static final PseudoClass LOUD = PseudoClass.getPseudoClass("loud");

    private final Clock clock;
    private final FontIcon icon = new FontIcon("mdi2c-check");
    private final Label words = new Label();
    private final Button commit;
    private final Button rollback;
    private Tone tone = Tone.NEUTRAL;

    TransactionBar(Clock clock, Runnable commit, Runnable rollback) {
        this.clock = clock;
        this.commit = Buttons.plain("Commit", commit);
        this.rollback = Buttons.plain("Roll back", rollback);
        this.commit.setId("transaction-commit");
        this.rollback.setId("transaction-rollback");
        icon.getStyleClass().add("toned-icon");
        words.setId("transaction");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("transaction-bar", tone.styleClass());
        getChildren().addAll(icon, words, this.commit, this.rollback);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    /**
     * Shows it.
     *
     * @param running whether a statement is under way, so that nothing can be ended now
     */
    void show(TransactionState state, TransactionMode mode, boolean running) {
        boolean loud = state.isOpen();
        boolean failed = state.phase() == TransactionState.Phase.FAILED;
        tone(failed ? Tone.RED : loud ? Tone.AMBER : Tone.NEUTRAL);
        pseudoClassStateChanged(LOUD, loud);
        words.setText(text(state, mode));
        icon.setIconLiteral(loud ? "mdi2t-timer-sand" : "mdi2c-check");
        icon.setVisible(loud);
        icon.setManaged(loud);
        shown(commit, loud && !failed, running);
        shown(rollback, loud, running);
    }

    private String text(TransactionState state, TransactionMode mode) {
        return switch (state.phase()) {
            case OPEN ->
                "Transaction open for " + age(state) + changes(state) + ": it keeps its locks until it is ended";
            case FAILED ->
                "Transaction failed, open for " + age(state) + changes(state) + ": it can only be rolled back";
            case READING -> "No transaction of yours; one is kept for the rest of the result";
            case IDLE ->
                mode == TransactionMode.AUTO
                        ? "Each statement is committed at once"
                        : "The next statement opens a transaction";
        };
    }

    private String age(TransactionState state) {
        return Spans.clock(state.since()
                .map(since -> Duration.between(since, clock.instant()))
                .orElse(Duration.ZERO));
    }

    private static String changes(TransactionState state) {
        return state.changes() == 0
                ? ", nothing changed"
                : ", " + Sizes.of(state.changes(), "statement", "statements") + " may have changed something";
    }

    private void tone(Tone now) {
        if (now != tone) {
            now.insteadOf(tone, this);
            tone = now;
        }
    }

    private static void shown(Button button, boolean shown, boolean running) {
        button.setVisible(shown);
        button.setDisable(running);
    }
}
