package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.fault.Fault;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Why the server tells nothing of its statements, and what is to be run so that it does. */
final class NothingCounted {
    private final EmptyState words = new EmptyState(
            "mdi2t-timer-off-outline",
            Tone.AMBER,
            "Nothing is counted here",
            "",
            Buttons.plain("Copy what to do", this::copy));
    private final VBox view;
    private String advice = "";

    /** @param head stands above it */
    NothingCounted(Node head) {
        VBox.setVgrow(words, Priority.ALWAYS);
        view = new VBox(12, head, words);
    }

    private void copy() {
        Clip.copy(advice);
    }

    Node view() {
        return view;
    }

    void show(Fault fault) {
        advice = fault.advice();
        words.show(Headline.capital(fault.message()), fault.advice());
    }
}
