package dev.watchkeeper.app.controls.table;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * How far a table is scrolled, and which row is not to move.
 *
 * @param offset pixels above the first visible pixel
 * @param anchor its distance from the top is kept; null if no chosen row is in sight
 * @param anchorAt where the anchor stood, in pixels from the list's beginning
 */
record Scroll<T>(double offset, @Nullable T anchor, double anchorAt) {
    static <T> Scroll<T> of(Optional<VirtualFlow<?>> flow, List<T> items, Optional<T> chosen) {
        if (flow.isEmpty() || flow.get().getFirstVisibleCell() == null) {
            return new Scroll<>(0, null, 0);
        }
        double offset = offset(flow.get());
        int index = chosen.map(items::indexOf).orElse(-1);
        double at = index * LiveTable.ROW_HEIGHT;
        boolean seen = index >= 0
                && at + LiveTable.ROW_HEIGHT > offset
                && at < offset + flow.get().getHeight();
        return new Scroll<>(offset, seen ? chosen.orElse(null) : null, at);
    }

    private static double offset(VirtualFlow<?> flow) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        return first.getIndex() * LiveTable.ROW_HEIGHT - first.getLayoutY();
    }

    /** At its beginning, with nobody to stay in place, a list needs no help. */
    boolean isScrolled() {
        return offset > 0 || anchor != null;
    }

    void restore(Optional<VirtualFlow<?>> flow, List<T> items) {
        if (flow.isEmpty()) {
            return;
        }
        int index = anchor == null ? -1 : items.indexOf(anchor);
        double wanted = index < 0 ? offset : offset + index * LiveTable.ROW_HEIGHT - anchorAt;
        double limit =
                Math.max(0, items.size() * LiveTable.ROW_HEIGHT - flow.get().getHeight());
        if (flow.get().getFirstVisibleCell() != null) {
            flow.get().scrollPixels(Math.clamp(wanted, 0, limit) - offset(flow.get()));
        }
    }
}
