package dev.watchkeeper.app.controls.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.controls.table.LiveColumn.Look;
import dev.watchkeeper.app.robot.OnFx;
import dev.watchkeeper.app.robot.WindowExtension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(WindowExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
final class LiveTableTest {
    private record Item(int id, int value) {}

    private final List<Item> items = new ArrayList<>();
    private LiveTable<Integer, Item> table;

    @Start
    void start(Stage stage) {
        table = new LiveTable<>(
                "Items",
                Item::id,
                List.of(
                        LiveColumn.<Item>of("Id", 100, Look.STRONG, item -> "id " + item.id())
                                .by(Item::id),
                        LiveColumn.<Item>of("Value", 100, Look.NUMBER, item -> "" + item.value())
                                .by(Item::value)));
        Region above = new Region();
        above.setMinHeight(100);
        stage.setScene(new Scene(new VBox(above, table), 500, 500));
        stage.show();
        IntStream.range(0, 400).forEach(id -> items.add(new Item(id, id)));
        table.show(items, true);
    }

    @Test
    void whatIsSelectedStaysSelectedAndInItsPlaceWhileRowsMoveAround(FxRobot robot) {
        robot.interact(() -> table.select(200));
        WaitForAsyncUtils.waitForFxEvents();
        double before = placeOf(robot, 200);
        List<Item> next = new ArrayList<>(items.reversed());
        next.replaceAll(item -> item.id() == 200 ? new Item(200, 7777) : item);
        robot.interact(() -> table.show(next, false));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(table.selectedProperty().get()).contains(new Item(200, 7777));
        assertThat(table.rows()).isEqualTo(next);
        assertThat(placeOf(robot, 200)).isEqualTo(before);
        assertThat(robot.lookup(".table-cell").queryAll())
                .anyMatch(cell -> cell.toString().contains("7777"));
    }

    @Test
    void nothingMovesUnderThePointer(FxRobot robot) {
        robot.moveTo(table.table());
        WaitForAsyncUtils.waitForFxEvents();
        List<Item> next = new ArrayList<>(items.reversed());
        next.removeIf(item -> item.id() == 3);
        next.replaceAll(item -> new Item(item.id(), item.value() + 1000));
        next.addFirst(new Item(999, 0));
        robot.interact(() -> table.show(next, false));
        List<Integer> held = ids();
        assertThat(held.subList(0, 400)).isEqualTo(items.stream().map(Item::id).toList());
        assertThat(held.getLast()).isEqualTo(999);
        assertThat(table.rows().get(1)).isEqualTo(new Item(1, 1001));
        assertThat(opacityOf(robot, 3)).isLessThan(1);
        assertThat(opacityOf(robot, 2)).isEqualTo(1);
        robot.moveTo(robot.point(0, 0));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(table.rows()).isEqualTo(next);
    }

    @Test
    void whatThePersonAsksForHappensAtOnce(FxRobot robot) {
        robot.moveTo(table.table());
        table.onReorder(() -> table.show(items.stream().sorted(table.order()).toList(), true));
        robot.interact(() -> table.sortBy("Value", true));
        assertThat(ids()).isEqualTo(items.reversed().stream().map(Item::id).toList());
    }

    @Test
    void rowsWithoutAKeyComeLastWhateverTheDirection() {
        LiveColumn<Item> column = LiveColumn.<Item>of("Value", 1, Look.NUMBER, item -> "")
                .by(item -> item.value() == 0 ? null : item.value());
        List<Item> some = List.of(new Item(1, 0), new Item(2, 5), new Item(3, 9));
        assertThat(some.stream().sorted(column.ascending()).map(Item::id)).containsExactly(2, 3, 1);
        assertThat(some.stream().sorted(column.descending()).map(Item::id)).containsExactly(3, 2, 1);
    }

    @Test
    void severalRowsStaySelectedWhenOthersGo(FxRobot robot) {
        TableView<?> view = table.table();
        robot.interact(() -> view.getSelectionModel().selectIndices(2, 4, 6));
        List<Item> next = new ArrayList<>(items);
        next.removeIf(item -> item.id() < 4);
        next.sort(Comparator.comparingInt(Item::id).reversed());
        robot.interact(() -> table.show(next, false));
        assertThat(table.selectionProperty().get()).containsExactly(new Item(6, 6), new Item(4, 4));
    }

    private List<Integer> ids() {
        return table.rows().stream().map(Item::id).toList();
    }

    private static TableRow<?> rowOf(FxRobot robot, int id) {
        return robot.lookup(".table-row-cell").queryAllAs(TableRow.class).stream()
                .filter(row -> row.getItem() instanceof LiveRow<?> live
                        && live.value() instanceof Item item
                        && item.id() == id)
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in sight"));
    }

    private static double placeOf(FxRobot robot, int id) {
        TableRow<?> row = rowOf(robot, id);
        Bounds bounds = OnFx.read(() -> row.localToScene(row.getBoundsInLocal()));
        return bounds.getMinY();
    }

    private static double opacityOf(FxRobot robot, int id) {
        return rowOf(robot, id).getOpacity();
    }
}
