package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.controls.SqlView;
import dev.watchkeeper.app.panes.queries.log.LogPanel;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.postgres.PostgresServer;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The server's log in the window, in a pane of its own that is made here. */
@ExtendWith(WindowExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
final class LogPanelWindowTest {
    private static final String SHAPE = "select count(*) from orders where id > ?";

    @TempDir
    Path home;

    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
    }

    /** A log in which nothing is found that the test did not do. */
    private static LabPlan collecting(int major) {
        return LabPlan.primaryOnly(major)
                .setting("logging_collector", "on")
                .setting("log_lock_waits", "off")
                .setting("log_checkpoints", "off");
    }

    private OpenWindow open(FxRobot robot, String uri, LogLeaf leaf) throws Exception {
        return OpenWindow.on(robot, stage, home, uri, Environment.STAGING, List.of(leaf));
    }

    @Test
    void whatIsSlowAndWhatFailsIsGrouped(FxRobot robot) throws Exception {
        LogLeaf leaf = new LogLeaf();
        try (Lab lab = Lab.start(collecting(17).setting("log_destination", "jsonlog"));
                OpenWindow open = open(robot, lab.primary().uri(), leaf)) {
            open.awaitsWords("The log tells of nothing in the last hour");
            open.awaitsWords("log_min_duration_statement is off");
            trouble(lab.primary());
            robot.interact(leaf.panel()::refresh);
            open.awaits("the log tells of both", () -> open.hasCell(SHAPE) && open.says("Errors 1"));
            assertThat(open.hasCell("2")).as("both of that shape are one line").isTrue();

            open.clickOnCell(SHAPE);
            open.awaitsWords("The newest");
            assertThat(statements(robot)).contains("select count(*) from orders where id > 4");

            robot.clickOn("#choice-errors");
            open.awaits("only errors are shown", () -> !open.hasCell(SHAPE));
            open.clickOnCell("division by zero · select 1 / 0");
            open.awaitsWords("ERROR 22012");
            robot.interact(() -> leaf.panel().filter("no such thing"));
            open.awaitsWords("Nothing of this");
            robot.interact(() -> leaf.panel().filter("DIVISION"));
            open.awaits("the filter finds it", () -> open.hasCell("division by zero · select 1 / 0"));

            StringWriter json = new StringWriter();
            leaf.panel().export().orElseThrow().json(json);
            assertThat(json.toString()).contains("division by zero").doesNotContain("from orders");
        }
    }

    private static void trouble(PostgresServer server) throws SQLException {
        try (Connection connection = server.connect("postgres", "pay");
                Statement statement = connection.createStatement()) {
            statement.execute("set log_min_duration_statement = 0");
            statement.execute("select count(*) from orders where id > 3");
            statement.execute("select count(*) from orders where id > 4");
            Assertions.assertThatThrownBy(() -> statement.execute("select 1 / 0"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static List<String> statements(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof SqlView).queryAllAs(SqlView.class).stream()
                .map(SqlView::text)
                .toList();
    }

    @Test
    void moreIsLoggedOnceThatIsConfirmed(FxRobot robot) throws Exception {
        try (Lab lab = Lab.start(collecting(18));
                OpenWindow open = open(robot, lab.primary().uri(), new LogLeaf())) {
            open.awaitsWords("log_min_duration_statement is off");
            robot.clickOn("#log-more");
            open.awaitsWords("log_lock_waits, now off");
            type(robot, "#log-more-slow", "abc ms");
            robot.clickOn("#log-more-go-on");
            open.awaitsWords("“abc ms” is no time");
            assertThat(open.says("Write 500 ms, 2 s or 1 min")).isTrue();

            type(robot, "#log-more-slow", "250 ms");
            type(robot, "#log-more-temp", "");
            robot.clickOn("#log-more-go-on");
            open.awaitsWords("statements of 250 ms and more, waits for locks beyond deadlock_timeout");
            assertThat(setting(lab.primary(), "log_min_duration_statement"))
                    .as("nothing is done before it is confirmed")
                    .isEqualTo("-1");
            robot.clickOn("#confirm");
            open.awaitsWords("In force after");
            assertThat(setting(lab.primary(), "log_min_duration_statement")).isEqualTo("250ms");
            assertThat(setting(lab.primary(), "log_lock_waits")).isEqualTo("on");
            assertThat(setting(lab.primary(), "log_temp_files"))
                    .as("left alone")
                    .isEqualTo("-1");

            robot.clickOn("#log-more");
            open.awaitsWords("log_min_duration_statement, now 250 ms");
            type(robot, "#log-more-slow", "off");
            type(robot, "#log-more-temp", "");
            robot.clickOn("#log-more-go-on");
            open.awaitsWords("The server logs no slow statements");
            open.type(KeyCode.ESCAPE);
            assertThat(setting(lab.primary(), "log_min_duration_statement")).isEqualTo("250ms");
        }
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
    }

    private static String setting(PostgresServer server, String name) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("show " + name)) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void whoMayNotReadItSeesWhatToGrant(FxRobot robot) throws Exception {
        try (Lab lab = Lab.start(collecting(16));
                OpenWindow open = open(robot, lab.primary().uri().replace("postgres@", "app_ro@"), new LogLeaf())) {
            open.awaitsWords("The role app_ro may not read the server's log");
            String grants = statements(robot).getFirst();
            assertThat(grants)
                    .contains("GRANT pg_monitor TO \"app_ro\";\n")
                    .contains("GRANT EXECUTE ON FUNCTION pg_catalog.pg_read_binary_file");
            assertThat(open.has("#log-copy-grants")).isTrue();
            lab.primary().execute(grants);
            robot.clickOn("#log-look-again");
            open.awaitsWords("The log tells of nothing in the last hour");
        }
    }

    @Test
    void aServerThatKeepsNoLogSaysHowItWould(FxRobot robot) throws Exception {
        try (Lab lab = Lab.start(LabPlan.primaryOnly(14));
                OpenWindow open = open(robot, lab.primary().uri(), new LogLeaf())) {
            open.awaitsWords("logging_collector is off");
            assertThat(statements(robot)).containsExactly("ALTER SYSTEM SET logging_collector = on;");
        }
    }

    /** A pane with nothing else in it. */
    private static final class LogLeaf implements PaneFactory {
        private Optional<LogPanel> made = Optional.empty();

        LogPanel panel() {
            return made.orElseThrow();
        }

        @Override
        public String name() {
            return "log";
        }

        @Override
        public String title() {
            return "Log";
        }

        @Override
        public String icon() {
            return "mdi2t-text-box-search-outline";
        }

        @Override
        public boolean suits(Target target) {
            return true;
        }

        @Override
        public Pane open(PaneContext context) {
            LogPanel panel = new LogPanel(context);
            made = Optional.of(panel);
            panel.seen(true);
            return new Alone(panel);
        }
    }

    private static final class Alone implements Pane {
        private final LogPanel panel;
        private final PaneHeader header = new PaneHeader("Log");
        private final StillFeed feed;

        Alone(LogPanel panel) {
            this.panel = panel;
            this.feed = new StillFeed(panel::refresh);
            header.readyProperty().set(true);
        }

        @Override
        public Node view() {
            return panel;
        }

        @Override
        public PaneHeader header() {
            return header;
        }

        @Override
        public Feed feed() {
            return feed;
        }

        @Override
        public Optional<PaneExport> export() {
            return panel.export();
        }

        @Override
        public void close() {
            panel.close();
        }
    }
}
