package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.Buttons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Small tabs above a card: one is chosen, some can be closed. */
final class TabStrip<T> extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final SequencedMap<T, ToggleButton> tabs = new LinkedHashMap<>();
    private final ObjectProperty<Optional<T>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private Consumer<T> onClose = item -> {};

    TabStrip() {
        getStyleClass().add("tab-strip");
        setMinWidth(0);
    }

    /** Adds a tab at the right end. */
    void add(T item, String title, boolean closes) {
        ToggleButton tab = new ToggleButton(title);
        tab.getStyleClass().setAll("strip-tab");
        tab.setMnemonicParsing(false);
        tab.setToggleGroup(group);
        tab.setMinWidth(USE_PREF_SIZE);
        tab.setOnAction(event -> choose(item));
        if (closes) {
            Button close = Buttons.icon("mdi2c-close", "Close " + title, () -> onClose.accept(item));
            close.getStyleClass().add("strip-close");
            close.setFocusTraversable(false);
            tab.setGraphic(close);
            tab.setContentDisplay(ContentDisplay.RIGHT);
        }
        tabs.put(item, tab);
        getChildren().add(tabs.size() - 1, tab);
    }

    /** Takes a tab away; the one beside it is chosen if it was. */
    void remove(T item) {
        List<T> before = items();
        int index = before.indexOf(item);
        ToggleButton tab = tabs.remove(item);
        if (tab == null) {
            return;
        }
        getChildren().remove(tab);
        if (chosen.get().equals(Optional.of(item))) {
            List<T> left = items();
            chosen.set(Optional.empty());
            if (!left.isEmpty()) {
                choose(left.get(Math.min(index, left.size() - 1)));
            }
        }
    }

    void choose(T item) {
        ToggleButton tab = tabs.get(item);
        if (tab != null) {
            tab.setSelected(true);
            chosen.set(Optional.of(item));
        }
    }

    /** The one to the right, or to the left; from the last to the first. */
    void step(int by) {
        List<T> all = items();
        if (!all.isEmpty()) {
            int now = chosen.get().map(all::indexOf).orElse(0);
            choose(all.get(Math.floorMod(now + by, all.size())));
        }
    }

    void title(T item, String title) {
        ToggleButton tab = tabs.get(item);
        if (tab != null) {
            tab.setText(title);
        }
    }

    String title(T item) {
        ToggleButton tab = tabs.get(item);
        return tab == null ? "" : tab.getText();
    }

    /** From left to right. */
    List<T> items() {
        return List.copyOf(tabs.keySet());
    }

    ObjectProperty<Optional<T>> chosenProperty() {
        return chosen;
    }

    /** Called when somebody wants to close a tab; it stays unless {@link #remove} is called. */
    void onClose(Consumer<T> action) {
        onClose = action;
    }
}
