package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.controls.KeyHint;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every pane, server and action by name. */
final class Palette extends VBox {
    /**
     * What one can choose.
     *
     * @param kind one word: {@code pane}, {@code server}, {@code action}
     * @param key empty if it has none
     */
    record Entry(String name, String kind, String icon, String key, Runnable run) {}

    private static final int AT_MOST = 40;

    private final List<Entry> entries;
    private final Runnable close;
    private final TextField field = new TextField();
    private final ListView<Entry> list = new ListView<>();

    /**
     * @param close takes the palette away; called before what was chosen is run
     */
    Palette(List<Entry> entries, Runnable close) {
        this.entries = List.copyOf(entries);
        this.close = close;
        getStyleClass().addAll("dialog-box", "palette");
        setPrefWidth(600);
        field.getStyleClass().add("search-field");
        field.setPromptText("Go to a server, a pane, an action…");
        field.setAccessibleText("Search panes, servers and actions");
        list.setFixedCellSize(36);
        list.setPrefHeight(36 * 10);
        list.setCellFactory(view -> new EntryCell());
        list.setOnMouseClicked(event -> choose());
        list.setFocusTraversable(false);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.textProperty().addListener((property, before, now) -> search(now));
        getChildren().addAll(field, list);
        search("");
    }

    void focus() {
        field.requestFocus();
    }

    private void search(String query) {
        List<Entry> found = entries.stream()
                .filter(entry -> score(query, entry) >= 0)
                .sorted(Comparator.comparingInt((Entry entry) -> score(query, entry))
                        .reversed())
                .limit(AT_MOST)
                .toList();
        list.getItems().setAll(found);
        list.getSelectionModel().select(0);
        list.scrollTo(0);
    }

    private static int score(String query, Entry entry) {
        return Math.max(Fuzzy.score(query, entry.name()), Fuzzy.score(query, entry.kind() + " " + entry.name()) - 2);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER -> choose();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int size = list.getItems().size();
        if (size > 0) {
            int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, size);
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - 8));
        }
    }

    private void choose() {
        Entry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close.run();
            chosen.run().run();
        }
    }

    private static final class EntryCell extends ListCell<Entry> {
        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            Label name = new Label(entry.name());
            Label kind = new Label(entry.kind());
            kind.getStyleClass().add("secondary");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox row = new HBox(10, new FontIcon(entry.icon()), name, gap, kind);
            if (!entry.key().isEmpty()) {
                row.getChildren().add(new KeyHint(entry.key()));
            }
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            setGraphic(row);
            setAccessibleText(entry.kind() + " " + entry.name());
        }
    }
}
