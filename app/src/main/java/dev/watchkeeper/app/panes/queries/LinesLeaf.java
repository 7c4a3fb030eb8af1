package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.controls.FilterField;
import dev.watchkeeper.app.logview.LinesPanel;
import dev.watchkeeper.app.serverlog.Gravity;
import dev.watchkeeper.app.serverlog.LogWays;
import dev.watchkeeper.app.shell.PaneContext;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The log's lines as they stand there, made when they are first looked at, followed while somebody looks. On the FX thread. */
final class LinesLeaf implements AutoCloseable {
    private final PaneContext context;
    private final FilterField filter = new FilterField("text in a line…");
    private final HBox head;
    private final Runnable onAnswer;
    private final VBox view = new VBox(12);
    private Optional<LinesPanel> panel = Optional.empty();
    private boolean paneSeen;
    private boolean chosen;

    /**
     * @param leaves stand above it
     * @param onAnswer called whenever the log was read
     */
    LinesLeaf(PaneContext context, Node leaves, Runnable onAnswer) {
        this.context = context;
        this.onAnswer = onAnswer;
        filter.setPrefWidth(260);
        filter.textProperty().addListener((property, before, now) -> with(made -> made.filter(now)));
        filter.onEnter(forward -> with(made -> made.jump(forward)));
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
        LinesPanel made = panel.orElseGet(
                () -> new LinesPanel(context, LogWays.of(context.postgres(), context.hosts()), Gravity::ofPostgres));
        if (panel.isEmpty()) {
            panel = Optional.of(made);
            made.onAnswer(onAnswer);
        }
        VBox.setVgrow(made, Priority.ALWAYS);
        view.getChildren().setAll(head, made);
        return view;
    }

    boolean hasAnswered() {
        return panel.map(LinesPanel::hasAnswered).orElse(false);
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

    /** Does it with the panel if that is looked at. */
    void with(Consumer<LinesPanel> deed) {
        panel.filter(made -> chosen).ifPresent(deed);
    }

    @Override
    public void close() {
        panel.ifPresent(LinesPanel::close);
    }
}
