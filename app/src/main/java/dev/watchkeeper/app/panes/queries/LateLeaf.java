package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.controls.FilterField;
import dev.watchkeeper.app.logview.LeafPanel;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A leaf whose panel is made when it is first looked at; it asks only while somebody looks. On the FX thread. */
final class LateLeaf<P extends Region & LeafPanel> implements AutoCloseable {
    private final Supplier<P> making;
    private final Runnable onAnswer;
    private final FilterField filter;
    private final HBox head;
    private final VBox view = new VBox(12);
    private Optional<P> panel = Optional.empty();
    private boolean paneSeen;
    private boolean chosen;

    /**
     * @param prompt what the filter looks in
     * @param leaves stand above it
     * @param onAnswer called whenever it was answered
     */
    LateLeaf(Supplier<P> making, String prompt, Node leaves, Runnable onAnswer) {
        this.making = making;
        this.onAnswer = onAnswer;
        filter = new FilterField(prompt);
        filter.setPrefWidth(260);
        filter.textProperty().addListener((property, before, now) -> seen().ifPresent(made -> made.filter(now)));
        filter.onEnter(forward -> seen().ifPresent(made -> made.jump(forward)));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head = new HBox(12, leaves, gap, filter);
        head.setAlignment(Pos.CENTER_LEFT);
    }

    void focusFilter() {
        filter.focus();
    }

    /** What is to be shown. */
    Node view() {
        P made = panel.orElseGet(making);
        if (panel.isEmpty()) {
            panel = Optional.of(made);
            made.onAnswer(onAnswer);
        }
        VBox.setVgrow(made, Priority.ALWAYS);
        view.getChildren().setAll(head, made);
        return view;
    }

    boolean hasAnswered() {
        return panel.map(LeafPanel::hasAnswered).orElse(false);
    }

    void chosen(boolean is) {
        chosen = is;
        tell();
    }

    void paneSeen(boolean is) {
        paneSeen = is;
        tell();
    }

    private void tell() {
        panel.ifPresent(made -> made.seen(paneSeen && chosen));
    }

    /** The panel, if that is looked at. */
    Optional<P> seen() {
        return panel.filter(made -> chosen);
    }

    @Override
    public void close() {
        panel.ifPresent(LeafPanel::close);
    }
}
