package dev.watchkeeper.app.bench;

import dev.watchkeeper.app.controls.result.PackedPage;
import dev.watchkeeper.app.controls.result.ResultColumn;
import dev.watchkeeper.app.controls.result.ResultTable;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.app.shell.Theme;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.console.Column;
import dev.watchkeeper.postgres.console.ConsoleSettings;
import dev.watchkeeper.postgres.console.Page;
import dev.watchkeeper.postgres.console.Request;
import dev.watchkeeper.postgres.console.Row;
import dev.watchkeeper.postgres.console.RowCursor;
import dev.watchkeeper.postgres.console.SqlConsole;
import dev.watchkeeper.postgres.console.ValueKind;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A million rows of five columns in the console's table: when they are there, how they scroll, what heap they take. */
@ExtendWith(WindowExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
class ResultBenchmark {
    private static final int ROWS = 1_000_000;
    /** As the console fetches them: first few, then many at once. */
    private static final int FIRST = 500;

    private static final int MANY = 10_000;
    private static final int JUMPS = 120;
    private static final int WARM_UP = 40;
    /** What takes less than a tenth of a second is seen as happening at once. */
    private static final double AT_ONCE = 100;

    private static final String MILLION =
            "select i as id, 'customer number ' || i as name, i * 1.5 as amount, now() + i * interval '1 second' as due,"
                    + " i % 3 = 0 as paid from generate_series(1, " + ROWS + ") i";

    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @Test
    void aMillionRows(FxRobot robot) throws Exception {
        try (Lab lab = Lab.start(LabPlan.primaryOnly(LabPlan.NEWEST));
                PostgresServer server =
                        new PostgresServer(SessionsBenchmark.target(lab, "postgres"), Passwords.none());
                SqlConsole console = new SqlConsole(server, ConsoleSettings.USUAL, Clock.systemUTC())) {
            console.run(Request.of("select 1"), notice -> {});
            long begin = System.nanoTime();
            RowCursor rows =
                    console.run(Request.of(MILLION), notice -> {}).rows().orElseThrow();
            Page page = rows.next(FIRST);
            ResultTable table = shown(robot, rows, page);
            Findings.say(String.format("the first of a million rows on the screen after %d ms", since(begin)));
            double heap = 0;
            while (!page.last()) {
                page = rows.next(MANY);
                PackedPage packed = packed(rows, page);
                robot.interact(() -> table.add(packed));
                if (table.rows().size() % (ROWS / 10) < MANY) {
                    heap = Math.max(heap, heapMegabytes());
                }
            }
            Findings.say(String.format("all %d rows after %d ms", table.rows().size(), since(begin)));
            Findings.report("heap of a console with a result of a million rows", heap, 200, "MB");
            Findings.report(
                    "FX-thread time of a jump anywhere in a million rows, median", jumps(robot, table), AT_ONCE, "ms");
        }
    }

    private ResultTable shown(FxRobot robot, RowCursor rows, Page first) {
        @Nullable ResultTable[] made = new ResultTable[1];
        PackedPage packed = packed(rows, first);
        robot.interact(() -> {
            ResultTable table = new ResultTable(
                    rows.columns().stream().map(ResultBenchmark::column).toList());
            table.add(packed);
            Scene scene = new Scene(table, 990, 600);
            new Theme(Theme.Choice.LIGHT).dress(scene);
            stage.setScene(scene);
            stage.show();
            made[0] = table;
        });
        ResultTable table = made[0];
        if (table == null) {
            throw new IllegalStateException("no table was made");
        }
        return table;
    }

    private static ResultColumn column(Column column) {
        return new ResultColumn(column.name(), column.type(), column.kind() == ValueKind.NUMBER, false);
    }

    private static PackedPage packed(RowCursor rows, Page page) {
        return PackedPage.of(
                rows.columns().size(), page.rows().stream().map(Row::values).toList());
    }

    private double jumps(FxRobot robot, ResultTable table) {
        TableView<?> view = robot.lookup(".table-view").queryTableView();
        Random random = new Random(11);
        double[] millis = new double[JUMPS];
        for (int jump = 0; jump < JUMPS; jump++) {
            int now = jump;
            int row = random.nextInt(table.rows().size());
            robot.interact(() -> millis[now] = timed(() -> {
                view.scrollTo(row);
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
            }));
        }
        double[] warm = Arrays.copyOfRange(millis, WARM_UP, JUMPS);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }

    /** Of the FX thread alone: what else runs on the machine does not count. */
    private static double timed(Runnable change) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        change.run();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
    }

    /** All that is in use, not only the rows. */
    private static double heapMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static long since(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }
}
