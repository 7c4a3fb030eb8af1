package dev.watchkeeper.app.controls.result;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a result as far as they have come, for a table: the item of a row is its number, from 0, so that no row is an
 * object. Lives on the FX thread.
 */
public final class ResultRows extends ObservableListBase<Integer> {
    private final List<PackedPage> pages = new ArrayList<>();
    /** Number of the first row of each page. */
    private final List<Integer> firsts = new ArrayList<>();

    private int size;
    private long bytes;

    /** Adds rows at the end. */
    public void add(PackedPage page) {
        if (page.size() == 0) {
            return;
        }
        beginChange();
        pages.add(page);
        firsts.add(size);
        nextAdd(size, size + page.size());
        size += page.size();
        bytes += page.bytes();
        endChange();
    }

    /** Null for NULL. */
    public @Nullable String value(int row, int column) {
        int page = page(row);
        return pages.get(page).value(row - firsts.get(page), column);
    }

    /** The beginning of a value; null for NULL. */
    @Nullable
    String beginning(int row, int column, int atMost) {
        int page = page(row);
        return pages.get(page).beginning(row - firsts.get(page), column, atMost);
    }

    /** All values of a row; null for NULL. */
    public List<@Nullable String> row(int row) {
        int page = page(row);
        return pages.get(page).row(row - firsts.get(page));
    }

    /** What is here now, to be read on another thread while more comes. */
    public List<PackedPage> pages() {
        return List.copyOf(pages);
    }

    /** About how much memory they take, in bytes. */
    public long bytes() {
        return bytes;
    }

    private int page(int row) {
        int low = 0;
        int high = firsts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firsts.get(middle) <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
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

    /** Without going through all of them. */
    @Override
    public int indexOf(@Nullable Object item) {
        return item instanceof Integer row && row >= 0 && row < size ? row : -1;
    }

    @Override
    public int lastIndexOf(@Nullable Object item) {
        return indexOf(item);
    }

    @Override
    public boolean contains(@Nullable Object item) {
        return indexOf(item) >= 0;
    }
}
