package dev.watchkeeper.app.controls.sql;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/**
 * Where statements are written: coloured, with numbered lines, matching brackets, completion, search, and the statement
 * that would run marked at its side. Texts of a megabyte are read elsewhere, and only what can be seen is coloured.
 */
public final class SqlEditor extends StackPane {
    /** Texts up to this length are read at every key. */
    private static final int READ_AT_ONCE = 30_000;

    private static final Duration PAUSE = Duration.ofMillis(120);

    /**
     * Where the caret is.
     *
     * @param line the first is 1
     * @param column the first is 1
     */
    public record Place(int line, int column) {}

    private final CodeArea area = new CodeArea();
    private final Language language;
    private final Completer completer;
    private final Executor fx;
    private final Painter painter = new Painter(area);
    private final Gutter gutter = new Gutter(area);
    private final EditorKeys keys;
    private final CompletionPopup popup = new CompletionPopup(area);
    private final FindBar findBar = new FindBar(area, painter);
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(new Place(1, 1));
    private final ReadOnlyObjectWrapper<Optional<Stretch>> statement = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Language.Reading reading;
    private Runnable onChange = () -> {};
    private long version;
    private boolean completing;

    /**
     * @param fx runs something on the FX thread
     */
    public SqlEditor(Language language, Completer completer, Executor fx) {
        this.language = language;
        this.completer = completer;
        this.fx = fx;
        this.keys = new EditorKeys(area, language.comment());
        this.reading = language.read("");
        getStyleClass().add("sql-editor");
        dressInScene();
        area.setParagraphGraphicFactory(gutter);
        area.setAccessibleRole(AccessibleRole.TEXT_AREA);
        area.setAccessibleText("Statements");
        area.setWrapText(false);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        area.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        area.plainTextChanges().subscribe(change -> changed());
        area.multiPlainChanges().successionEnds(PAUSE).subscribe(changes -> readElsewhere());
        area.caretPositionProperty().addListener((property, before, now) -> moved());
        area.focusedProperty().addListener((property, before, now) -> popup.close());
        StackPane.setAlignment(findBar, Pos.TOP_RIGHT);
        StackPane.setMargin(findBar, new Insets(8, 18, 0, 0));
        getChildren().addAll(new VirtualizedScrollPane<>(area), findBar);
    }

    /** Not before: cells that are measured outside of a scene don't find the theme's colours. */
    private void dressInScene() {
        String sheet = Objects.requireNonNull(SqlEditor.class.getResource("sql-editor.css"))
                .toExternalForm();
        sceneProperty().subscribe(scene -> {
            if (scene != null && !getStylesheets().contains(sheet)) {
                getStylesheets().add(sheet);
            }
        });
    }

    private void pressed(KeyEvent event) {
        boolean wantsProposals = event.getCode() == KeyCode.SPACE && event.isShortcutDown();
        if (wantsProposals) {
            completing = true;
            propose();
        } else if (event.getCode() == KeyCode.F3) {
            findBar.go(!event.isShiftDown());
        } else if (!popup.pressed(event) && !keys.pressed(event)) {
            return;
        }
        event.consume();
    }

    /** After a dot names are proposed by themselves; as long as a name is written on, they are narrowed down. */
    private void typed(KeyEvent event) {
        String character = event.getCharacter();
        if (event.isShortcutDown() && character.equals(" ")) {
            // it was pressed to complete, and is not to be written as well
            event.consume();
            return;
        }
        boolean goesOn =
                !character.isEmpty() && (Character.isLetterOrDigit(character.codePointAt(0)) || character.equals("_"));
        completing = character.equals(".") || (completing && goesOn);
        if (!completing) {
            popup.close();
        }
    }

    private void changed() {
        version++;
        painter.mark(Painter.Layer.ERROR, List.of());
        gutter.faultyProperty().set(Gutter.Lines.NONE);
        if (area.getLength() <= READ_AT_ONCE) {
            take(language.read(area.getText()));
        }
        onChange.run();
    }

    private void readElsewhere() {
        if (area.getLength() <= READ_AT_ONCE) {
            return;
        }
        String text = area.getText();
        long of = version;
        Thread.ofVirtual().name("read-statements").start(() -> {
            Language.Reading read = language.read(text);
            fx.execute(() -> {
                if (of == version) {
                    take(read);
                }
            });
        });
    }

    private void take(Language.Reading read) {
        reading = read;
        painter.read(read);
        moved();
    }

    private void moved() {
        var at = area.offsetToPosition(area.getCaretPosition(), Bias.Forward);
        place.set(new Place(at.getMajor() + 1, at.getMinor() + 1));
        if (reading.text().length() != area.getLength()) {
            return;
        }
        painter.mark(Painter.Layer.BRACKET, Brackets.at(reading, area.getCaretPosition()));
        Optional<Stretch> now = reading.statementAt(area.getCaretPosition());
        gutter.currentProperty().set(now.map(this::lines).orElse(Gutter.Lines.NONE));
        statement.set(now);
        if (completing) {
            propose();
        }
    }

    private Gutter.Lines lines(Stretch stretch) {
        return new Gutter.Lines(lineOf(stretch.start()), lineOf(stretch.end()));
    }

    private int lineOf(int position) {
        return area.offsetToPosition(Math.min(position, area.getLength()), Bias.Backward)
                .getMajor();
    }

    private void propose() {
        long of = version;
        int caret = area.getCaretPosition();
        completer.complete(area.getText(), caret, proposals -> {
            if (of == version && caret == area.getCaretPosition() && completing) {
                popup.show(proposals);
                completing = popup.isOpen();
            }
        });
    }

    /** What stands in it. */
    public String text() {
        return area.getText();
    }

    /** Another text instead of what stands there; it can't be undone. Very long lines are broken between words. */
    public void setText(String text) {
        area.replaceText(LongLines.broken(text.replace("\r\n", "\n"), language));
        area.getUndoManager().forgetHistory();
        area.moveTo(0);
        area.requestFollowCaret();
    }

    /** Writes at the caret, instead of what is selected; it can be undone. */
    public void insert(String text) {
        area.replaceSelection(LongLines.broken(text.replace("\r\n", "\n"), language));
        area.requestFollowCaret();
    }

    /** Adds it at the end, on lines of its own, and selects it; it can be undone. */
    public void append(String text) {
        String gap = area.getLength() == 0 ? "" : area.getText().endsWith("\n\n") ? "" : "\n\n";
        int from = area.getLength() + gap.length();
        area.appendText(gap + LongLines.broken(text.replace("\r\n", "\n"), language));
        area.moveTo(from);
        area.requestFollowCaret();
    }

    /** Where the caret stands in the text. */
    public int caret() {
        return area.getCaretPosition();
    }

    /** What is selected; empty if nothing is. */
    public Optional<Stretch> selection() {
        var selection = area.getSelection();
        return selection.getLength() == 0
                ? Optional.empty()
                : Optional.of(new Stretch(selection.getStart(), selection.getEnd()));
    }

    /** Line and column of the caret. */
    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** The statement that is meant where the caret stands. */
    public ReadOnlyObjectProperty<Optional<Stretch>> statementProperty() {
        return statement.getReadOnlyProperty();
    }

    /** Called after every change of the text. */
    public void onChange(Runnable action) {
        onChange = action;
    }

    /** Underlines what is wrong, until the text changes. */
    public void markError(Stretch where) {
        int start = Math.clamp(where.start(), 0, area.getLength());
        int end = Math.clamp(where.end(), start, area.getLength());
        painter.mark(Painter.Layer.ERROR, List.of(new Stretch(start, end)));
        int line = lineOf(start);
        gutter.faultyProperty().set(new Gutter.Lines(line, line));
    }

    /** Takes the underline away. */
    public void clearError() {
        painter.mark(Painter.Layer.ERROR, List.of());
        gutter.faultyProperty().set(Gutter.Lines.NONE);
    }

    /** Puts the caret there. */
    public void moveTo(int position) {
        area.moveTo(Math.clamp(position, 0, area.getLength()));
        area.requestFollowCaret();
    }

    /** Puts the caret there and the keyboard into the editor. */
    public void goTo(int position) {
        moveTo(position);
        area.requestFocus();
    }

    /** Opens the search. */
    public void find() {
        findBar.open();
    }

    /** Puts the keyboard into it. */
    public void focus() {
        area.requestFocus();
    }
}
