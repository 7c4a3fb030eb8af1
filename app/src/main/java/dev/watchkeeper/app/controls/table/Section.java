package dev.watchkeeper.app.controls.table;

import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Tone;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/**
 * One table of a pane, filtered and sorted, whose chosen line is told of beside it. Its lists are short, so that this is
 * done on the FX thread.
 */
public final class Section<K, R> {
    private final LiveTable<K, R> table;
    private final EmptyState nothing;
    private final Function<R, String> searched;
    private List<R> rows = List.of();
    private Predicate<String> filter = text -> true;

    /**
     * @param searched what the filter looks into
     * @param chosen gets the line that was chosen; empty if none is any more
     */
    public Section(
            String name,
            Function<R, K> key,
            List<LiveColumn<R>> columns,
            EmptyState nothing,
            Function<R, String> searched,
            Consumer<Optional<R>> chosen) {
        this.table = new LiveTable<>(name, key, columns);
        this.nothing = nothing;
        this.searched = searched;
        table.placeholder(nothing);
        table.onReorder(() -> show(true));
        table.selectedProperty().addListener((property, before, now) -> chosen.accept(now));
        table.table()
                .setContextMenu(
                        new ContextMenu(item("Copy cell", table::copyCell), item("Copy rows", table::copyRows)));
    }

    /** The words for a table in which it is good to find nothing. */
    public static EmptyState empty(String icon, String title, String text) {
        return new EmptyState(icon, Tone.GREEN, title, text);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    public LiveTable<K, R> table() {
        return table;
    }

    /** What stands there while there are no rows. */
    public EmptyState nothing() {
        return nothing;
    }

    /** Shows what of these passes the filter. */
    public void show(List<R> newRows) {
        rows = newRows;
        show(false);
    }

    /** The same, because the person asked for it: at once, also under the pointer. */
    public void change(List<R> newRows) {
        rows = newRows;
        show(true);
    }

    /** @param newFilter gets what is searched of a row */
    public void filter(Predicate<String> newFilter) {
        filter = newFilter;
        show(true);
    }

    private void show(boolean asked) {
        table.show(
                rows.stream()
                        .filter(row -> filter.test(searched.apply(row)))
                        .sorted(table.order())
                        .toList(),
                asked);
    }
}
