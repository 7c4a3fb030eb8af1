package dev.watchkeeper.app.controls.table;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * Shares out the table's width: one column, the last unless another is to grow, takes what the others leave. Where that is too little, columns that yield
 * are hidden, and come back when there is room; what the person has shown or hidden himself stays so.
 */
final class Room<R> {
    private static final double LEAST = 220;
    private static final double SCROLL_BAR = 12;

    private final TableView<LiveRow<R>> table;
    private final Map<TableColumn<LiveRow<R>, ?>, LiveColumn<R>> specs;
    private final Set<TableColumn<LiveRow<R>, ?>> decided = new HashSet<>();
    private boolean sharing;

    Room(TableView<LiveRow<R>> table, Map<TableColumn<LiveRow<R>, ?>, LiveColumn<R>> specs) {
        this.table = table;
        this.specs = specs;
    }

    /** From now on, whenever the table's width changes. */
    void shareOut() {
        table.widthProperty().addListener((property, before, now) -> share());
        for (TableColumn<LiveRow<R>, ?> column : table.getColumns()) {
            column.visibleProperty().addListener((property, before, now) -> {
                if (!sharing) {
                    decided.add(column);
                    share();
                }
            });
            column.widthProperty().addListener((property, before, now) -> share());
        }
    }

    private void share() {
        if (sharing || table.getWidth() <= 0) {
            return;
        }
        sharing = true;
        List<TableColumn<LiveRow<R>, ?>> yielding = table.getColumns().stream()
                .filter(column -> !decided.contains(column) && yields(column) > 0)
                .sorted(Comparator.comparingInt(this::yields).reversed())
                .toList();
        yielding.forEach(column -> column.setVisible(false));
        double left = table.getWidth() - SCROLL_BAR - used() - LEAST;
        for (TableColumn<LiveRow<R>, ?> column : yielding) {
            left -= column.getWidth();
            column.setVisible(left >= 0);
        }
        growing().setPrefWidth(Math.max(LEAST, table.getWidth() - SCROLL_BAR - used()));
        sharing = false;
    }

    private int yields(TableColumn<LiveRow<R>, ?> column) {
        LiveColumn<R> spec = specs.get(column);
        return spec == null ? 0 : spec.yields();
    }

    private TableColumn<LiveRow<R>, ?> growing() {
        return table.getColumns().stream()
                .filter(column -> grows(specs.get(column)))
                .findFirst()
                .orElseGet(table.getColumns()::getLast);
    }

    private static boolean grows(@Nullable LiveColumn<?> spec) {
        return spec != null && spec.grows();
    }

    /** By all that are shown but the growing one. */
    private double used() {
        TableColumn<LiveRow<R>, ?> growing = growing();
        return table.getColumns().stream()
                .filter(column -> column.isVisible() && !column.equals(growing))
                .mapToDouble(TableColumn::getWidth)
                .sum();
    }
}
