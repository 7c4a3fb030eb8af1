package dev.watchkeeper.app.controls.table;

import dev.watchkeeper.app.controls.Clip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;

/**
 * A table for rows that change at every tick. Rows are told apart by a key; values change in place, and only cells that
 * can be seen are touched. The caller hands over the rows filtered and in order, made elsewhere with {@link #order}.
 * While the pointer is over the table nothing moves: a new order waits, what is gone is greyed, what is new comes last.
 * Selection and scroll survive, and a selected row that is in sight stays where it is.
 */
public final class LiveTable<K, R> extends StackPane {
    /** Height of a row, in pixels. */
    public static final double ROW_HEIGHT = 34;

    private final Function<R, K> key;
    private final TableView<LiveRow<R>> table = new TableView<>();
    private final Map<K, LiveRow<R>> byKey = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<R>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<R>> selection = new ReadOnlyObjectWrapper<>(List.of());
    private final Map<TableColumn<LiveRow<R>, ?>, LiveColumn<R>> columns = new HashMap<>();
    private volatile Comparator<R> order = LiveColumn.sameOrder();
    private Runnable onReorder = () -> {};
    private Function<R, Optional<String>> bandOf = row -> Optional.empty();
    private Optional<List<R>> waiting = Optional.empty();
    private boolean applying;

    /**
     * @param key tells rows apart, for good
     */
    public LiveTable(String accessibleName, Function<R, K> key, List<LiveColumn<R>> columns) {
        this.key = key;
        table.setAccessibleText(accessibleName);
        table.setFixedCellSize(ROW_HEIGHT);
        table.setTableMenuButtonVisible(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setRowFactory(view -> new BandRow<>(row -> bandOf.apply(row)));
        columns.forEach(this::add);
        new Room<>(table, this.columns).shareOut();
        table.setSortPolicy(view -> reorder());
        table.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>)
                change -> selectionChanged());
        table.hoverProperty().addListener((property, before, now) -> releaseIfLeft(now));
        table.setOnKeyPressed(event -> {
            if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
                copyRows();
                event.consume();
            }
        });
        getChildren().add(table);
    }

    private void add(LiveColumn<R> spec) {
        TableColumn<LiveRow<R>, R> column = new TableColumn<>(spec.title());
        column.setCellValueFactory(features -> features.getValue().valueProperty());
        column.setCellFactory(view -> new LiveCell<>(spec));
        column.setPrefWidth(spec.width());
        column.setMinWidth(48);
        column.setVisible(!spec.hidden());
        if (spec.isRight()) {
            column.getStyleClass().add("right");
            column.setSortType(TableColumn.SortType.DESCENDING);
        }
        columns.put(column, spec);
        table.getColumns().add(column);
    }

    /** What is shown when there are no rows. */
    public void placeholder(Node node) {
        table.setPlaceholder(node);
    }

    /** Rows that head a group: drawn as bands with these words, over all columns. */
    public void bands(Function<R, Optional<String>> newBandOf) {
        bandOf = newBandOf;
    }

    /** How the person wants the rows sorted; any thread. */
    public Comparator<R> order() {
        return order;
    }

    /** Called when the person wants another order; then {@link #show} is to be called with it. */
    public void onReorder(Runnable action) {
        onReorder = action;
    }

    /** Sorts by the column of this title. */
    public void sortBy(String title, boolean descending) {
        for (TableColumn<LiveRow<R>, ?> column : table.getColumns()) {
            if (column.getText().equals(title)) {
                column.setSortType(descending ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
                table.getSortOrder().setAll(List.of(column));
            }
        }
    }

    private boolean reorder() {
        Comparator<R> chosen = LiveColumn.sameOrder();
        for (TableColumn<LiveRow<R>, ?> column : table.getSortOrder()) {
            LiveColumn<R> spec = columns.get(column);
            if (spec != null) {
                boolean up = column.getSortType() == TableColumn.SortType.ASCENDING;
                chosen = chosen.thenComparing(up ? spec.ascending() : spec.descending());
            }
        }
        order = chosen;
        onReorder.run();
        return true;
    }

    /** The row that was selected last, with its newest values; empty if none is, or it is gone. */
    public ReadOnlyObjectProperty<Optional<R>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** All selected rows, from the top, with their newest values. */
    public ReadOnlyObjectProperty<List<R>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** The rows as they stand, from the top; also those that are greyed. */
    public List<R> rows() {
        return table.getItems().stream().map(LiveRow::value).toList();
    }

    /** Selects the row of this key alone and brings it into sight; nothing if it is not there. */
    public void select(K wanted) {
        LiveRow<R> row = byKey.get(wanted);
        if (row != null) {
            int index = table.getItems().indexOf(row);
            table.getSelectionModel().clearAndSelect(index);
            table.getFocusModel().focus(index);
            table.scrollTo(Math.max(0, index - 2));
        }
    }

    /** Selects nothing. */
    public void clearSelection() {
        table.getSelectionModel().clearSelection();
    }

    /** Puts the keyboard into the table. */
    public void focus() {
        table.requestFocus();
    }

    /**
     * Shows these rows, in this order.
     *
     * @param asked whether the person asked for the change (a filter, another order): then it is made at once, also
     *     under the pointer
     */
    public void show(List<R> rows, boolean asked) {
        Set<K> present = HashSet.newHashSet(rows.size());
        List<LiveRow<R>> next = new ArrayList<>(rows.size());
        for (R value : rows) {
            K id = key.apply(value);
            present.add(id);
            next.add(update(id, value));
        }
        boolean hold = table.isHover() && !asked;
        waiting = hold ? Optional.of(List.copyOf(rows)) : Optional.empty();
        place(hold ? held(present, next) : next);
        next.forEach(LiveRow::tell);
        if (!hold) {
            byKey.keySet().retainAll(present);
        }
        selectionChanged();
    }

    private LiveRow<R> update(K id, R value) {
        LiveRow<R> row = byKey.get(id);
        if (row == null) {
            row = new LiveRow<>(id, value);
            byKey.put(id, row);
        } else {
            row.update(value);
        }
        return row;
    }

    private List<LiveRow<R>> held(Set<K> present, List<LiveRow<R>> next) {
        List<LiveRow<R>> still = new ArrayList<>(table.getItems());
        Set<LiveRow<R>> shown = new HashSet<>(still);
        for (LiveRow<R> row : still) {
            row.goneProperty().set(!present.contains(row.key()));
        }
        for (LiveRow<R> row : next) {
            if (!shown.contains(row)) {
                still.add(row);
            }
        }
        return still;
    }

    private void releaseIfLeft(boolean hovered) {
        if (!hovered) {
            waiting.ifPresent(rows -> show(rows, false));
        }
    }

    private void place(List<LiveRow<R>> next) {
        if (next.equals(table.getItems())) {
            return;
        }
        applying = true;
        Scroll<LiveRow<R>> scroll = Scroll.of(flow(), table.getItems(), anchor());
        Set<LiveRow<R>> chosen = new HashSet<>(table.getSelectionModel().getSelectedItems());
        LiveRow<R> lead = table.getSelectionModel().getSelectedItem();
        LiveRow<R> focused = table.getFocusModel().getFocusedItem();
        table.getSelectionModel().clearSelection();
        table.getItems().setAll(next);
        for (int i = 0; i < next.size() && !chosen.isEmpty(); i++) {
            if (chosen.contains(next.get(i)) && next.get(i) != lead) {
                table.getSelectionModel().select(i);
            }
        }
        int leads = lead == null ? -1 : next.indexOf(lead);
        if (leads >= 0) {
            table.getSelectionModel().select(leads);
        }
        table.getFocusModel().focus(focused == null ? -1 : next.indexOf(focused));
        if (scroll.isScrolled()) {
            // the flow has to know of the new rows before it is scrolled among them
            table.layout();
            scroll.restore(flow(), next);
        }
        applying = false;
    }

    private Optional<LiveRow<R>> anchor() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private Optional<VirtualFlow<?>> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
    }

    private void selectionChanged() {
        if (applying) {
            return;
        }
        LiveRow<R> row = table.getSelectionModel().getSelectedItem();
        selected.set(
                row == null || byKey.get(key.apply(row.value())) != row ? Optional.empty() : Optional.of(row.value()));
        selection.set(table.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .filter(index -> index >= 0 && index < table.getItems().size())
                .map(index -> table.getItems().get(index).value())
                .toList());
    }

    /** Puts the selected rows on the clipboard: the shown columns, tabs between, with their titles. */
    public void copyRows() {
        List<TableColumn<LiveRow<R>, ?>> shown = List.copyOf(table.getVisibleLeafColumns());
        StringBuilder text = new StringBuilder();
        text.append(String.join("\t", shown.stream().map(TableColumn::getText).toList()));
        for (R row : selection.get()) {
            text.append('\n')
                    .append(String.join(
                            "\t",
                            shown.stream().map(column -> flat(column, row)).toList()));
        }
        Clip.copy(text.toString());
    }

    private String flat(TableColumn<LiveRow<R>, ?> column, R row) {
        LiveColumn<R> spec = columns.get(column);
        return spec == null ? "" : spec.whole().apply(row).replaceAll("\\s+", " ");
    }

    /** Puts the cell that has the focus on the clipboard. */
    public void copyCell() {
        TablePosition<?, ?> cell = table.getFocusModel().getFocusedCell();
        LiveColumn<R> spec = columns.get(cell.getTableColumn());
        selected.get()
                .ifPresent(row -> Clip.copy(spec == null ? "" : spec.whole().apply(row)));
    }

    /** The table itself, for menus and keys. */
    public TableView<?> table() {
        return table;
    }
}
