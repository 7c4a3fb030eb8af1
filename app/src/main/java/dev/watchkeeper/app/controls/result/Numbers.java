package dev.watchkeeper.app.controls.result;

import java.util.AbstractList;
import java.util.List;

/** The numbers from 0 up to a million, without a million objects. */
final class Numbers extends AbstractList<Integer> {
    private final int size;

    private Numbers(int size) {
        this.size = size;
    }

    static List<Integer> below(int end) {
        return new Numbers(end);
    }

    @Override
    public Integer get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return index;
    }

    @Override
    public int size() {
        return size;
    }
}
