package dev.watchkeeper.app.panes.clients;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.FilterField;
import dev.watchkeeper.redis.clients.ClientKind;
import dev.watchkeeper.redis.clients.ClientList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Filter, chips and the button above the table. */
final class ClientToolbar extends HBox {
    private final FilterField filter = new FilterField("name, user, address, command…");
    private final Map<ClientKind, ToggleButton> kinds = new EnumMap<>(ClientKind.class);
    private final Consumer<Wanted> onWish;

    ClientToolbar(Consumer<Wanted> onWish, Runnable kill, ObservableBooleanValue chosen) {
        this.onWish = onWish;
        setSpacing(10);
        setAlignment(Pos.CENTER_LEFT);
        filter.setPrefWidth(300);
        filter.setMinWidth(170);
        filter.textProperty().addListener((property, before, now) -> wish());
        HBox chips = new HBox(8);
        chips.setAlignment(Pos.CENTER_LEFT);
        for (ClientKind kind : ClientKind.values()) {
            ToggleButton chip = new ToggleButton();
            chip.getStyleClass().setAll("chip", ClientColumns.tone(kind).styleClass());
            chip.setTooltip(new Tooltip("Show only these: " + kind.words()));
            chip.setMinWidth(USE_PREF_SIZE);
            chip.setOnAction(event -> wish());
            kinds.put(kind, chip);
            chips.getChildren().add(chip);
        }
        HBox.setHgrow(chips, Priority.ALWAYS);
        Button end = Buttons.styled(Buttons.withKey("Kill…", "K", kill), "danger-text");
        end.disableProperty().bind(Bindings.not(chosen));
        getChildren().addAll(filter, chips, end);
    }

    private void wish() {
        Set<ClientKind> chosen = kinds.entrySet().stream()
                .filter(one -> one.getValue().isSelected())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        onWish.accept(new Wanted(filter.textProperty().get(), chosen));
    }

    /** Brings the counts up to date. */
    void show(ClientList list) {
        kinds.forEach((kind, chip) -> {
            long count = list.count(kind);
            boolean there = count > 0 || chip.isSelected() || kind == ClientKind.NORMAL;
            chip.setText(kind.words() + " " + count);
            chip.setVisible(there);
            chip.setManaged(there);
        });
    }

    void focusFilter() {
        filter.focus();
    }
}
