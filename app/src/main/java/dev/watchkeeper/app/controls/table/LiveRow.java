package dev.watchkeeper.app.controls.table;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A place in the table that keeps its identity while what stands in it changes. */
final class LiveRow<R> {
    private final Object key;
    private final ObjectProperty<R> value;
    private final BooleanProperty gone = new SimpleBooleanProperty();

    LiveRow(Object key, R value) {
        this.key = key;
        this.value = new SimpleObjectProperty<>(value);
    }

    Object key() {
        return key;
    }

    R value() {
        return value.get();
    }

    ObjectProperty<R> valueProperty() {
        return value;
    }

    /** It is not there any more, but is still shown so that nothing moves under the pointer. */
    BooleanProperty goneProperty() {
        return gone;
    }

    void update(R newValue) {
        value.set(newValue);
        gone.set(false);
    }
}
