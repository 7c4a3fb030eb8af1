package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.sql.Completer;
import dev.watchkeeper.app.controls.sql.Language;
import dev.watchkeeper.app.controls.sql.SqlEditor;
import dev.watchkeeper.app.shell.PaneContext;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where one writes: editors, what came of it below, snippets and history at the right. Lives on the FX thread. */
final class Desk implements AutoCloseable {
    private final Memory memory;
    private final EditorTabs editors;
    private final DraftKeeper drafts;
    private final HBox middle = new HBox(12);
    private final VBox view = new VBox(10);
    private final Side side;

    /**
     * @param mask takes secrets out of what is kept
     */
    Desk(PaneContext context, Language language, Completer completer, UnaryOperator<String> mask) {
        memory = new Memory(context);
        editors = new EditorTabs(language, completer, context.fx()::run);
        drafts = new DraftKeeper(context, editors, mask);
        side = new Side(context, memory, middle, this::insert, () -> editor().focus());
    }

    /**
     * Puts it together.
     *
     * @param divider how much of the height the upper half has, from 0 to 1
     * @param upper holds the editors
     */
    void lay(Node toolbar, double divider, Card upper, Node lower) {
        view.getStyleClass().add("console");
        view.getStylesheets()
                .add(Objects.requireNonNull(Desk.class.getResource("console.css"))
                        .toExternalForm());
        VBox.setVgrow(editors, Priority.ALWAYS);
        SplitPane split = new SplitPane(upper, lower);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(divider);
        split.setMinWidth(0);
        HBox.setHgrow(split, Priority.ALWAYS);
        middle.getChildren().add(split);
        VBox.setVgrow(middle, Priority.ALWAYS);
        view.getChildren().addAll(toolbar, middle);
    }

    Node view() {
        return view;
    }

    Memory memory() {
        return memory;
    }

    EditorTabs editors() {
        return editors;
    }

    /** The one that is shown. */
    SqlEditor editor() {
        return editors.shownProperty().get();
    }

    Side side() {
        return side;
    }

    /** Puts what was kept into the editors; then calls. */
    void restore(Runnable then) {
        drafts.restore(then);
    }

    private void insert(String text) {
        editor().append(text);
        editor().focus();
    }

    @Override
    public void close() {
        drafts.close();
    }
}
