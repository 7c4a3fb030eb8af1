package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.controls.FilterField;
import dev.watchkeeper.app.panes.queries.log.LogPanel;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneExport;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The server's log, made when it is first looked at; it asks only while somebody looks. On the FX thread. */
final class LogLeaf implements AutoCloseable {
    private final PaneContext context;
    private final FilterField filter = new FilterField("statement, message, role…");
    private final HBox head;
    private final Runnable onAnswer;
    private final VBox view = new VBox(12);
    private Optional<LogPanel> panel = Optional.empty();
    private boolean paneSeen;
    private boolean chosen;

    /**
     * @param leaves stand above it
     * @param onAnswer called whenever the server has answered
     */
    LogLeaf(PaneContext context, Node leaves, Runnable onAnswer) {
        this.context = context;
        this.onAnswer = onAnswer;
        filter.setPrefWidth(260);
        filter.textProperty().addListener((property, before, now) -> with(panel -> panel.filter(now)));
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
        LogPanel made = panel.orElseGet(() -> new LogPanel(context));
        if (panel.isEmpty()) {
            panel = Optional.of(made);
            made.onAnswer(onAnswer);
        }
        VBox.setVgrow(made, Priority.ALWAYS);
        view.getChildren().setAll(head, made);
        return view;
    }

    boolean hasAnswered() {
        return panel.map(LogPanel::hasAnswered).orElse(false);
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
    void with(Consumer<LogPanel> deed) {
        panel.filter(made -> chosen).ifPresent(deed);
    }

    Optional<PaneExport> export() {
        return panel.filter(made -> chosen).flatMap(LogPanel::export);
    }

    @Override
    public void close() {
        panel.ifPresent(LogPanel::close);
    }
}
