package dev.watchkeeper.app.controls.table;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.ObservableValueBase;

/** A place in the table that keeps its identity while what stands in it changes. */
final class LiveRow<R> {
    private final Object key;
    private final Value<R> value;
    private final BooleanProperty gone = new SimpleBooleanProperty();

    LiveRow(Object key, R value) {
        this.key = key;
        this.value = new Value<>(value);
    }

    Object key() {
        return key;
    }

    R value() {
        return value.getValue();
    }

    ObservableValue<R> valueProperty() {
        return value;
    }

    /** It is not there any more, but is still shown so that nothing moves under the pointer. */
    BooleanProperty goneProperty() {
        return gone;
    }

    /** Takes the new value without telling anybody: what is moved at the same time is drawn once. */
    void update(R newValue) {
        value.now = newValue;
        gone.set(false);
    }

    /** Tells the cells that show it. */
    void tell() {
        value.tell();
    }

    private static final class Value<R> extends ObservableValueBase<R> {
        private R now;

        Value(R first) {
            now = first;
        }

        @Override
        public R getValue() {
            return now;
        }

        void tell() {
            fireValueChangedEvent();
        }
    }
}
