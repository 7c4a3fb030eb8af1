package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.target.Target;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Nobody said where backups lie: what to write, and where. */
final class NothingKnown {
    private final String example;
    private final VBox view;

    NothingKnown(Target target, Path file) {
        example = Example.of(target);
        Label lines = new Label(example.stripTrailing());
        lines.getStyleClass().addAll("mono", "code-box", "example");
        lines.setMinHeight(Region.USE_PREF_SIZE);
        lines.setMinWidth(Region.USE_PREF_SIZE);
        Label where = new Label(file.toString());
        where.getStyleClass().add("mono");
        EmptyState words = new EmptyState(
                "mdi2a-archive-search-outline",
                Tone.NEUTRAL,
                "Nobody has said where backups of " + target.name() + " lie",
                "Write what you have of these lines into the item of this connection. Hosts are entered as ssh does it;"
                        + " this machine is called local.",
                where,
                lines,
                Buttons.withKey("Copy these lines", "Y", this::copy));
        VBox.setVgrow(words, Priority.ALWAYS);
        Card card = new Card(words);
        VBox.setVgrow(card, Priority.ALWAYS);
        view = new VBox(card);
        view.getStylesheets()
                .add(Objects.requireNonNull(NothingKnown.class.getResource("backups.css"))
                        .toExternalForm());
    }

    Node view() {
        return view;
    }

    void copy() {
        Clip.copy(example);
    }
}
