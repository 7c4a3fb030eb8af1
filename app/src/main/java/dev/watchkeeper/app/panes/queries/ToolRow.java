package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.controls.FilterField;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** What is compared, and which lines are shown. */
final class ToolRow extends HBox {
    private final FilterField filter = new FilterField("statement, role, database…");
    private final ToggleButton news = new ToggleButton("Only news");
    private final MenuButton compare = new MenuButton("Compare");

    /** What it drives. */
    interface Deeds {
        void filter(String text);

        void onlyNews(boolean only);

        void compare(Pairing pair);

        /** Chooses nothing on the axis. */
        void all();
    }

    /** @param pairs what is worth comparing just now: the usual, and what happened */
    ToolRow(Supplier<List<List<Pairing>>> pairs, Deeds deeds) {
        super(10);
        setAlignment(Pos.CENTER_RIGHT);
        filter.setPrefWidth(220);
        filter.setMinWidth(64);
        filter.textProperty().addListener((property, before, now) -> deeds.filter(now));
        news.getStyleClass().setAll("toggle-button", "chip", "tone-neutral");
        news.setMinWidth(USE_PREF_SIZE);
        news.setOnAction(event -> deeds.onlyNews(news.isSelected()));
        compare.setMinWidth(USE_PREF_SIZE);
        compare.setId("compare");
        compare.setOnShowing(event -> fill(pairs.get(), deeds::compare, deeds::all));
        compare.getItems().add(new MenuItem());
        getChildren().addAll(news, compare, filter);
        comparing(false);
    }

    private void fill(List<List<Pairing>> groups, Consumer<Pairing> chosen, Runnable all) {
        compare.getItems().clear();
        for (List<Pairing> group : groups) {
            for (Pairing pair : group) {
                MenuItem item = new MenuItem(pair.words());
                item.setMnemonicParsing(false);
                item.setOnAction(event -> chosen.accept(pair));
                compare.getItems().add(item);
            }
            if (!group.isEmpty()) {
                compare.getItems().add(new SeparatorMenuItem());
            }
        }
        MenuItem none = new MenuItem("Compare nothing");
        none.setOnAction(event -> all.run());
        compare.getItems().add(none);
    }

    void comparing(boolean is) {
        news.setVisible(is);
        news.setManaged(is);
    }

    void focusFilter() {
        filter.focus();
    }

    void filterText(String text) {
        filter.textProperty().set(text);
    }
}
