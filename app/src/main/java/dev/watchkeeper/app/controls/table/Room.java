package dev.watchkeeper.app.controls.table;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Shares out the table's width: the last column takes what the others leave. Where that is too little, columns that yield
 * are hidden, and come back when there is room; what the person has shown or hidden himself stays so.
 */
final class Room<R> {
    private static final double LAST_AT_LEAST = 220;
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
        double left = table.getWidth() - SCROLL_BAR - used() - LAST_AT_LEAST;
        for (TableColumn<LiveRow<R>, ?> column : yielding) {
            left -= column.getWidth();
            column.setVisible(left >= 0);
        }
        TableColumn<LiveRow<R>, ?> last = table.getColumns().getLast();
        last.setPrefWidth(Math.max(LAST_AT_LEAST, table.getWidth() - SCROLL_BAR - used()));
        sharing = false;
    }

    private int yields(TableColumn<LiveRow<R>, ?> column) {
        LiveColumn<R> spec = specs.get(column);
        return spec == null ? 0 : spec.yields();
    }

    /** By all that are shown but the last. */
    private double used() {
        TableColumn<LiveRow<R>, ?> last = table.getColumns().getLast();
        return table.getColumns().stream()
                .filter(column -> column.isVisible() && !column.equals(last))
                .mapToDouble(TableColumn::getWidth)
                .sum();
    }
}
