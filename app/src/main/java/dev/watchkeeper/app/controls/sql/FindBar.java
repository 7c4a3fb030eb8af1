package dev.watchkeeper.app.controls.sql;

import dev.watchkeeper.app.controls.Buttons;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.fxmisc.richtext.CodeArea;

/** Finds words in the text of an editor: Enter goes to the next place, Shift+Enter to the one before, Escape ends it. */
final class FindBar extends HBox {
    /** More places are not marked; they are found nevertheless, one after the other. */
    private static final int MARKED = 2_000;

    private final CodeArea area;
    private final Painter painter;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private List<Stretch> places = List.of();

    FindBar(CodeArea area, Painter painter) {
        this.area = area;
        this.painter = painter;
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        field.setPromptText("Find in the text");
        field.setAccessibleText("Find in the text");
        field.setId("editor-find");
        field.setPrefColumnCount(18);
        count.getStyleClass().add("secondary");
        count.setMinWidth(64);
        getChildren()
                .addAll(
                        field,
                        count,
                        Buttons.icon("mdi2c-chevron-up", "Previous place (Shift+Enter)", () -> go(false)),
                        Buttons.icon("mdi2c-chevron-down", "Next place (Enter)", () -> go(true)),
                        Buttons.icon("mdi2c-close", "Close (Esc)", this::close));
        field.textProperty().addListener((property, before, now) -> search(true));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        area.plainTextChanges().subscribe(change -> {
            if (isVisible()) {
                search(false);
            }
        });
        shown(false);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F3) {
            go(!event.isShiftDown());
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    /** Shows it, with what is selected as the first thing to find. */
    void open() {
        String selected = area.getSelectedText();
        shown(true);
        if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
            field.setText(selected);
        }
        search(false);
        field.requestFocus();
        field.selectAll();
    }

    private void close() {
        shown(false);
        painter.mark(Painter.Layer.FOUND, List.of());
        area.requestFocus();
    }

    private void shown(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    private void search(boolean go) {
        places = places(area.getText(), field.getText());
        painter.mark(Painter.Layer.FOUND, places);
        count.setText(field.getText().isEmpty() ? "" : places.isEmpty() ? "not found" : words(0));
        if (go && !places.isEmpty()) {
            select(indexFrom(area.getSelection().getStart()));
        }
    }

    private static List<Stretch> places(String text, String wanted) {
        List<Stretch> places = new ArrayList<>();
        if (wanted.isEmpty()) {
            return places;
        }
        String all = text.toLowerCase(Locale.ROOT);
        String word = wanted.toLowerCase(Locale.ROOT);
        int at = all.indexOf(word);
        while (at >= 0 && places.size() < MARKED) {
            places.add(new Stretch(at, at + word.length()));
            at = all.indexOf(word, at + word.length());
        }
        return places;
    }

    /** The next place, or the one before; from the last to the first. */
    void go(boolean forward) {
        if (places.isEmpty()) {
            return;
        }
        int next = forward
                ? indexFrom(area.getSelection().getEnd())
                : indexFrom(area.getSelection().getStart()) - 1;
        select(Math.floorMod(next, places.size()));
    }

    private int indexFrom(int position) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).start() >= position) {
                return i;
            }
        }
        return 0;
    }

    private void select(int index) {
        Stretch place = places.get(index);
        area.selectRange(place.start(), place.end());
        area.requestFollowCaret();
        count.setText(words(index + 1));
    }

    private String words(int index) {
        String all = places.size() == MARKED ? MARKED + "+" : Integer.toString(places.size());
        return index == 0 ? all + " found" : index + " of " + all;
    }
}
