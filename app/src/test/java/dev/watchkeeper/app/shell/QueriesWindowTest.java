package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.panes.queries.QueriesPaneFactory;
import dev.watchkeeper.app.panes.sessions.SessionsPaneFactory;
import dev.watchkeeper.app.recording.Pace;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.lab.workload.Migration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What statements took over time, in the window. */
@ExtendWith({LabExtension.class, WindowExtension.class})
@SuppressWarnings("NullAway.Init") // @Start comes before every test
final class QueriesWindowTest {
    private static final Pace FAST =
            new Pace(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(5));

    @TempDir
    Path home;

    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
    }

    private OpenWindow open(FxRobot robot, PostgresServer server) throws Exception {
        return OpenWindow.on(
                robot,
                stage,
                home,
                server.uri(),
                Environment.STAGING,
                List.of(new QueriesPaneFactory(), new SessionsPaneFactory()),
                FAST);
    }

    /** Runs a statement again and again, as an application does. */
    private static final class Busy implements AutoCloseable {
        private final CountDownLatch end = new CountDownLatch(1);
        private final Thread thread;

        Busy(PostgresServer server, String sql) {
            thread = Thread.ofVirtual().start(() -> run(server, sql));
        }

        private void run(PostgresServer server, String sql) {
            try (Connection connection = server.connect("app_ro", "test");
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                int order = 1;
                while (!end.await(10, TimeUnit.MILLISECONDS)) {
                    statement.setInt(1, 1 + order++ % 500);
                    statement.executeQuery().close();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() throws InterruptedException {
            end.countDown();
            thread.join();
        }
    }

    private static Optional<Command> comparison(OpenWindow open) {
        return open.window().pane().orElseThrow().commands().stream()
                .filter(command -> command.name().startsWith("Compare: Before and after")
                        && command.name().contains("shipments_order dropped"))
                .findFirst();
    }

    @Test
    void aDroppedIndexIsToldAsSlowerWithBothPlansAlsoWhenTheWindowWasClosed(FxRobot robot, SharedLabs labs)
            throws Exception {
        PostgresServer server = labs.primary();
        String statement = "select * from shipments where order_id = ?";
        String shown = "select * from shipments where order_id = $1";
        try {
            try (Busy busy = new Busy(server, statement);
                    OpenWindow open = open(robot, server)) {
                open.awaits("it is listed", () -> open.hasCell(shown));
                open.clickOnCell(shown);
                open.awaitsWords("shipments_order");
                open.awaits("enough is recorded before", () -> recorded(open) >= 12);
                Migration.drop(server);
                open.awaits("enough is recorded after", () -> comparison(open).isPresent());
            }
            try (OpenWindow again = open(robot, server)) {
                again.awaits("what was recorded is still there", () -> again.hasCell(shown));
                again.awaits("and what happened", () -> comparison(again).isPresent());
                robot.interact(() -> comparison(again).orElseThrow().run().run());
                again.awaitsWords("What changed from A to B");
                again.awaitsWords("slower");
                again.awaitsWords("The index shipments_order does not exist any more");
                again.awaitsWords(" seq scan");
                assertThat(again.hasCell(shown)).isTrue();
                again.awaitsWords("×");
            }
        } finally {
            Migration.restore(server);
        }
    }

    private static long recorded(OpenWindow open) {
        return open.window()
                .pane()
                .orElseThrow()
                .header()
                .stampProperty()
                .get()
                .map(stamp -> stamp.takenAt().getEpochSecond())
                .map(now -> now - open.openedAt().getEpochSecond())
                .orElse(0L);
    }

    @Test
    void whoRunsItIsShownAmongTheSessions(FxRobot robot, SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        try (Connection connection = server.connect("app_ro", "sleeper");
                Statement statement = connection.createStatement();
                OpenWindow open = open(robot, server)) {
            statement.execute("select pg_sleep(0.02)");
            open.awaits("it is listed", () -> open.hasCell("select pg_sleep($1)"));
            Thread sleeper = Thread.ofVirtual().start(() -> sleep(statement));
            open.clickOnCell("select pg_sleep($1)");
            open.awaitsWords("1 session runs it");
            robot.clickOn("#who-runs-it");
            open.awaits("its session is listed", () -> open.hasCell("select pg_sleep(600.5)"));
            statement.cancel();
            sleeper.join();
        }
    }

    private static void sleep(Statement statement) {
        try {
            statement.execute("select pg_sleep(600.5)");
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as("it is cancelled in the end").isEqualTo("57014");
        }
    }

    @Test
    void aStatementIsMeasuredWithValuesAfterItWasConfirmed(FxRobot robot, SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        String shown = "select * from products where id = $1";
        try (Busy busy = new Busy(server, "select * from products where id = ?");
                OpenWindow open = open(robot, server)) {
            open.awaits("it is listed", () -> open.hasCell(shown));
            open.clickOnCell(shown);
            open.awaitsWords("share of cost");
            robot.clickOn("Run and measure…");
            open.awaits("its value is asked for", () -> open.has("#parameter-1"));
            robot.clickOn("#parameter-1").write("17");
            robot.clickOn("#parameters-run");
            open.awaitsWords("Runs the SELECT to measure it");
            assertThat(open.says("share of time")).as("before it is confirmed").isFalse();
            robot.clickOn("#confirm");
            open.awaitsWords("share of time");
        }
    }

    @Test
    void aServerThatCountsNothingIsToldWhatToRun(FxRobot robot) throws Exception {
        LabPlan plan = LabPlan.primaryOnly(LabPlan.NEWEST).setting("shared_preload_libraries", "auto_explain");
        try (Lab lab = Lab.start(plan);
                OpenWindow open = open(robot, lab.primary())) {
            open.awaitsWords("The server does not load pg_stat_statements");
            open.awaitsWords("ALTER SYSTEM SET shared_preload_libraries = 'auto_explain', 'pg_stat_statements'");
        }
    }
}
