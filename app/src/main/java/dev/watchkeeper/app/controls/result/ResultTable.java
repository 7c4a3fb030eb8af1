package dev.watchkeeper.app.controls.result;

import dev.watchkeeper.app.controls.Clip;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A result of any size, in the server's order: numbered rows, cells that are selected and copied, a closer look at one with
 * Enter. Rows are added while it is shown, and nothing moves.
 */
public final class ResultTable extends StackPane {
    private static final double ROW_HEIGHT = 28;
    private static final double NUMBER_WIDTH = 62;
    /** So many rows before the end, more are asked for. */
    private static final int NEAR_END = 60;

    /** More columns than these are not drawn, for each costs the screen as much as a table; rows have them nevertheless. */
    public static final int DRAWN = 200;

    private static final PseudoClass ALL = PseudoClass.getPseudoClass("all");

    /**
     * What is selected.
     *
     * @param rows their numbers from 0, ascending
     * @param columns their numbers from 0, ascending; those that any selected cell is in
     */
    public record Selected(List<Integer> rows, List<Integer> columns) {
        static final Selected NOTHING = new Selected(List.of(), List.of());

        public Selected {
            columns = List.copyOf(columns);
        }

        public boolean isEmpty() {
            return rows.isEmpty();
        }
    }

    private final List<ResultColumn> columns;
    private final ResultRows rows = new ResultRows();
    private final TableView<Integer> table = new TableView<>();
    private final TableColumn<Integer, Integer> numbers = new TableColumn<>("#");
    private final ReadOnlyObjectWrapper<Selected> selected = new ReadOnlyObjectWrapper<>(Selected.NOTHING);
    private Runnable nearEnd = () -> {};
    private BiConsumer<Integer, Integer> look = (row, column) -> {};
    private boolean all;
    private boolean sized;

    public ResultTable(List<ResultColumn> columns) {
        this.columns = List.copyOf(columns);
        getStyleClass().add("result-table");
        getStylesheets()
                .add(Objects.requireNonNull(ResultTable.class.getResource("result.css"))
                        .toExternalForm());
        table.setFixedCellSize(ROW_HEIGHT);
        table.setAccessibleText("Result");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setPlaceholder(new Label("No rows"));
        table.getColumns().add(numberColumn());
        for (int i = 0; i < drawn(); i++) {
            table.getColumns().add(column(i));
        }
        table.setItems(rows);
        table.getSelectionModel().getSelectedCells().addListener((InvalidationListener) change -> selectionChanged());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                look();
            }
        });
        getChildren().add(table);
    }

    /** For short lists, of which nobody counts the rows. */
    public void hideNumbers() {
        numbers.setVisible(false);
    }

    private int drawn() {
        return Math.min(DRAWN, columns.size());
    }

    private TableColumn<Integer, Integer> numberColumn() {
        numbers.setPrefWidth(NUMBER_WIDTH);
        numbers.setSortable(false);
        numbers.setReorderable(false);
        numbers.setResizable(false);
        numbers.getStyleClass().add("right");
        numbers.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        numbers.setCellFactory(view -> new NumberCell());
        return numbers;
    }

    private TableColumn<Integer, Integer> column(int index) {
        ResultColumn spec = columns.get(index);
        TableColumn<Integer, Integer> column = new TableColumn<>();
        column.setGraphic(head(spec));
        if (spec.right()) {
            column.getStyleClass().add("right");
        }
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(view -> new ResultCell(rows, index, spec.right(), this::seen));
        return column;
    }

    private static Node head(ResultColumn spec) {
        Label name = new Label(spec.name());
        name.getStyleClass().add("result-name");
        Label type = new Label(spec.type());
        type.getStyleClass().add("result-type");
        VBox head = new VBox(name);
        if (!spec.type().isEmpty()) {
            head.getChildren().add(type);
        }
        head.setAlignment(spec.right() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        head.setMaxWidth(Double.MAX_VALUE);
        Tooltip.install(head, new Tooltip(spec.name() + " " + spec.type()));
        return head;
    }

    /** Adds rows at the end. */
    public void add(PackedPage page) {
        rows.add(page);
        if (!sized && !rows.isEmpty()) {
            sized = true;
            for (int i = 0; i < drawn(); i++) {
                table.getColumns().get(i + 1).setPrefWidth(ColumnWidths.of(rows, i, columns.get(i)));
            }
        }
        if (all) {
            selectAll();
        }
    }

    private void seen(int row) {
        if (row >= rows.size() - NEAR_END) {
            nearEnd.run();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            selectAll();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy();
        } else if (event.getCode() == KeyCode.ENTER) {
            look();
        } else {
            return;
        }
        event.consume();
    }

    /** All rows without an object for each cell, of which there may be millions. */
    private void selectAll() {
        table.getSelectionModel().clearSelection();
        all(true);
        selected.set(new Selected(Numbers.below(rows.size()), Numbers.below(columns.size())));
    }

    private void all(boolean now) {
        all = now;
        pseudoClassStateChanged(ALL, now);
    }

    private void selectionChanged() {
        if (table.getSelectionModel().getSelectedCells().isEmpty()) {
            selected.set(Selected.NOTHING);
            return;
        }
        all(false);
        TreeSet<Integer> chosenRows = new TreeSet<>();
        TreeSet<Integer> chosenColumns = new TreeSet<>();
        for (TablePosition<?, ?> cell : table.getSelectionModel().getSelectedCells()) {
            chosenRows.add(cell.getRow());
            chosenColumns.addAll(columnsOf(cell));
        }
        selected.set(new Selected(List.copyOf(chosenRows), List.copyOf(chosenColumns)));
    }

    /** The number of a row stands for all of it. */
    private List<Integer> columnsOf(TablePosition<?, ?> cell) {
        int column = dataColumn(cell);
        if (column >= 0) {
            return List.of(column);
        }
        return Numbers.below(columns.size());
    }

    /** Less than 0 for the rows' numbers. */
    private int dataColumn(TablePosition<?, ?> cell) {
        return table.getColumns().indexOf(cell.getTableColumn()) - 1;
    }

    /** Puts the selected cells on the clipboard: tabs between values, a line for each row, nothing for NULL. */
    public void copy() {
        if (all) {
            Clip.copy(text(selected.get()));
            return;
        }
        TreeMap<Integer, TreeSet<Integer>> cells = new TreeMap<>();
        for (TablePosition<?, ?> cell : table.getSelectionModel().getSelectedCells()) {
            cells.computeIfAbsent(cell.getRow(), row -> new TreeSet<>()).addAll(columnsOf(cell));
        }
        boolean one = cells.size() == 1 && cells.firstEntry().getValue().size() == 1;
        List<String> lines = new ArrayList<>();
        cells.forEach((row, chosen) -> lines.add(String.join(
                "\t", chosen.stream().map(column -> plain(row, column, one)).toList())));
        if (!lines.isEmpty()) {
            Clip.copy(String.join("\n", lines));
        }
    }

    private String text(Selected chosen) {
        StringBuilder text = new StringBuilder();
        for (int row : chosen.rows()) {
            for (int column : chosen.columns()) {
                text.append(column == chosen.columns().getFirst() ? "" : "\t").append(plain(row, column, false));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private String plain(int row, int column, boolean whole) {
        String value = rows.value(row, column);
        return value == null ? "" : whole ? value : value.replaceAll("[\\t\\r\\n]+", " ");
    }

    private void look() {
        TablePosition<?, ?> cell = table.getFocusModel().getFocusedCell();
        int column = dataColumn(cell);
        if (cell.getRow() >= 0 && cell.getRow() < rows.size() && column >= 0) {
            look.accept(cell.getRow(), column);
        }
    }

    /** Called with row and column, each from 0, when somebody wants to see a value as a whole. */
    public void onLook(BiConsumer<Integer, Integer> action) {
        look = action;
    }

    /** Called when the last rows come into sight; often, while they are in sight. */
    public void onNearEnd(Runnable action) {
        nearEnd = action;
    }

    /** What is selected now. */
    public ReadOnlyObjectProperty<Selected> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public List<ResultColumn> columns() {
        return columns;
    }

    /** As far as they have come. */
    public ResultRows rows() {
        return rows;
    }

    public void setMenu(ContextMenu menu) {
        table.setContextMenu(menu);
    }

    /** Shows the last row that is here. */
    public void scrollToEnd() {
        table.scrollTo(rows.size() - 1);
    }

    /** Puts the keyboard into it, with a cell selected. */
    public void focus() {
        table.requestFocus();
        if (selected.get().isEmpty() && !rows.isEmpty() && !columns.isEmpty()) {
            table.getSelectionModel().clearAndSelect(0, table.getColumns().get(1));
        }
    }

    private static final class NumberCell extends TableCell<Integer, Integer> {
        NumberCell() {
            getStyleClass().addAll("right", "row-number");
            setMinWidth(Region.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable Integer row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : Integer.toString(row + 1));
        }
    }
}
