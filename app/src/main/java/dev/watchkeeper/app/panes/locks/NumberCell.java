package dev.watchkeeper.app.panes.locks;

import dev.watchkeeper.postgres.locks.Party;
import java.util.function.BiFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;

/** A figure that changes from scene to scene. */
final class NumberCell extends TreeTableCell<Party, Party> {
    private final ObservableValue<@Nullable LocksScene> scene;
    private final BiFunction<LocksScene, Party, String> text;

    NumberCell(ObservableValue<@Nullable LocksScene> scene, String style, BiFunction<LocksScene, Party, String> text) {
        this.scene = scene;
        this.text = text;
        getStyleClass().addAll("right", style);
        scene.addListener((property, before, now) -> fill());
    }

    @Override
    protected void updateItem(@Nullable Party party, boolean empty) {
        super.updateItem(party, empty);
        fill();
    }

    private void fill() {
        Party party = getItem();
        LocksScene now = scene.getValue();
        setText(isEmpty() || party == null || now == null ? "" : text.apply(now, party));
    }
}
