package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.sql.Completer;
import dev.watchkeeper.app.controls.sql.Language;
import dev.watchkeeper.app.controls.sql.SqlEditor;
import dev.watchkeeper.workspace.console.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Several editors, one shown at a time; there is always at least one. */
final class EditorTabs extends BorderPane {
    private final Language language;
    private final Completer completer;
    private final Executor fx;
    private final TabStrip<SqlEditor> strip = new TabStrip<>();
    private final HBox head;
    private final ReadOnlyObjectWrapper<SqlEditor> shown;
    private Runnable onChange = () -> {};

    EditorTabs(Language language, Completer completer, Executor fx) {
        this.language = language;
        this.completer = completer;
        this.fx = fx;
        this.shown = new ReadOnlyObjectWrapper<>(add("Query 1", "", 0));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head = new HBox(strip, Buttons.icon("mdi2p-plus", "Another editor (Ctrl+T)", this::open), gap);
        head.getStyleClass().add("strip-head");
        setTop(head);
        strip.chosenProperty().subscribe(chosen -> chosen.ifPresent(this::show));
        strip.onClose(this::close);
        strip.choose(shown.get());
    }

    private SqlEditor add(String title, String text, int caret) {
        SqlEditor editor = new SqlEditor(language, completer, fx);
        editor.setText(text);
        editor.onChange(() -> onChange.run());
        strip.add(editor, title, true);
        if (caret > 0) {
            editor.moveTo(caret);
        }
        return editor;
    }

    private void show(SqlEditor editor) {
        shown.set(editor);
        setCenter(editor);
        onChange.run();
    }

    /** Puts drafts in the place of what is there. */
    void restore(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        List<SqlEditor> before = strip.items();
        drafts.forEach(draft -> add(draft.title(), draft.text(), draft.caret()));
        before.forEach(strip::remove);
        strip.choose(strip.items().getFirst());
    }

    /** What stands in them, to be kept. */
    List<Draft> drafts() {
        List<Draft> drafts = new ArrayList<>();
        for (SqlEditor editor : strip.items()) {
            drafts.add(new Draft(strip.title(editor), editor.text(), editor.caret()));
        }
        return drafts;
    }

    /** Another one, empty and shown. */
    void open() {
        open("");
    }

    /** Another one with this text. */
    void open(String text) {
        int number = 1;
        List<String> taken = strip.items().stream().map(strip::title).toList();
        while (taken.contains("Query " + number)) {
            number++;
        }
        SqlEditor editor = add("Query " + number, text, 0);
        strip.choose(editor);
        editor.focus();
    }

    /** Closes the one that is shown. */
    void closeShown() {
        close(shown.get());
    }

    /** The last one is only emptied. What was written can be found in the history if it was run. */
    private void close(SqlEditor editor) {
        if (strip.items().size() == 1) {
            editor.setText("");
        } else {
            strip.remove(editor);
        }
        onChange.run();
    }

    /** The one to the right or left. */
    void step(int by) {
        strip.step(by);
        shown.get().focus();
    }

    ReadOnlyObjectProperty<SqlEditor> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Called when a text, or which is shown, has changed. */
    void onChange(Runnable action) {
        onChange = action;
    }

    /** Stands at the right of the tabs. */
    void right(Node node) {
        head.getChildren().add(node);
    }
}
