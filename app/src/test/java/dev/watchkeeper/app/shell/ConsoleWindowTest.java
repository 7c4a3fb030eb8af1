package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.controls.result.ResultTable;
import dev.watchkeeper.app.controls.sql.SqlEditor;
import dev.watchkeeper.app.panes.console.ConsolePaneFactory;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The console on real servers, driven by keys as a person does it. */
@ExtendWith({LabExtension.class, WindowExtension.class})
@SuppressWarnings("NullAway.Init") // @Start comes before every test
final class ConsoleWindowTest {
    @TempDir
    Path home;

    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
    }

    private OpenWindow open(FxRobot robot, PostgresServer server, Environment environment) throws Exception {
        OpenWindow open =
                OpenWindow.on(robot, stage, home, server.uri(), environment, List.of(new ConsolePaneFactory()));
        open.awaits(
                "the drafts are read",
                () -> open.window()
                        .pane()
                        .map(pane -> pane.header().readyProperty().get())
                        .orElse(false));
        return open;
    }

    private static SqlEditor editor(FxRobot robot) {
        return robot.lookup(".sql-editor").queryAs(SqlEditor.class);
    }

    private static ResultTable result(FxRobot robot) {
        return robot.lookup(".result-table").queryAs(ResultTable.class);
    }

    private static void run(FxRobot robot, String text) {
        robot.interact(() -> {
            editor(robot).setText(text);
            editor(robot).focus();
        });
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
    }

    private static void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
    }

    @Test
    void whatIsTypedIsRunAndAnErrorIsShownWhereItIs(FxRobot robot, SharedLabs labs) throws Exception {
        try (OpenWindow open = open(robot, labs.primary(), Environment.STAGING)) {
            robot.clickOn(".code-area");
            robot.write("select 40 + 2 as answer, null as nothing;\nselect\n  nonsense;");
            press(robot, KeyCode.CONTROL, KeyCode.ENTER);
            open.awaitsWords("column \"nonsense\" does not exist");
            assertThat(open.says("Line 3, column 3"))
                    .as("counted in the whole text, not in the statement")
                    .isTrue();
            assertThat(robot.lookup(".line-number").queryAllAs(Label.class))
                    .anyMatch(line -> line.getPseudoClassStates().stream()
                            .anyMatch(state -> state.getPseudoClassName().equals("faulty")));
            robot.interact(() -> editor(robot).goTo(3));
            press(robot, KeyCode.CONTROL, KeyCode.ENTER);
            open.awaits("the result is there", () -> open.hasCell("42") && open.hasCell("NULL"));
            assertThat(open.says("1 row · ")).isTrue();
        }
    }

    @Test
    void anOpenTransactionIsSeenAndRolledBack(FxRobot robot, SharedLabs labs) throws Exception {
        try (OpenWindow open = open(robot, labs.primary(), Environment.DEVELOPMENT)) {
            run(robot, "BEGIN; CREATE TABLE never_there (id int); INSERT INTO never_there VALUES (1), (2);");
            open.awaitsWords("Transaction open for");
            assertThat(open.says("2 statements may have changed something")).isTrue();
            run(robot, "SELECT 1/0");
            open.awaitsWords("it can only be rolled back");
            robot.clickOn("#transaction-rollback");
            open.awaitsWords("Each statement is committed at once");
            run(robot, "SELECT to_regclass('never_there') IS NULL AS gone");
            open.awaits("it is gone", () -> open.hasCell("t"));
        }
    }

    @Test
    void whatRunsForeverIsCancelledWithEscape(FxRobot robot, SharedLabs labs) throws Exception {
        try (OpenWindow open = open(robot, labs.primary(), Environment.DEVELOPMENT)) {
            run(robot, "SELECT pg_sleep(3600)");
            open.awaitsWords("runs, 0:0");
            open.awaits("it is connected", () -> open.says("pid "));
            // the wish may come before the statement: it is made again as a person does
            open.awaits("it was cancelled", () -> {
                press(robot, KeyCode.ESCAPE);
                return open.says("Cancelled after");
            });
            run(robot, "SELECT 'goes on' AS word");
            open.awaits("the session lives", () -> open.hasCell("goes on"));
        }
    }

    @Test
    void aMillionRowsAreScrolledToTheirEnd(FxRobot robot, SharedLabs labs) throws Exception {
        try (OpenWindow open = open(robot, labs.primary(), Environment.DEVELOPMENT)) {
            run(robot, "SELECT i AS id, 'row ' || i AS words, i * 1.5 AS amount FROM generate_series(1, 1000000) i");
            open.awaitsWords("500 rows so far, there are more");
            robot.interact(() -> result(robot).scrollToEnd());
            open.awaitsWords("2,500 rows so far");
            robot.clickOn("#result-all");
            open.awaitsWords("1,000,000 rows · ");
            robot.interact(() -> result(robot).scrollToEnd());
            open.awaits("the last row is seen", () -> open.hasCell("row 1000000"));
            assertThat(result(robot).rows().bytes()).as("packed, in bytes").isLessThan(100L << 20);
        }
    }

    @Test
    void onProductionAChangeIsSaidBeforeItIsMade(FxRobot robot, SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        try (OpenWindow staging = open(robot, server, Environment.STAGING)) {
            run(
                    robot,
                    "DROP TABLE IF EXISTS said_before; CREATE TABLE said_before AS SELECT generate_series(1, 7) AS id");
            staging.awaitsWords("2 statements run");
        }
        try (OpenWindow open = open(robot, server, Environment.PRODUCTION)) {
            String delete = "DELETE FROM said_before WHERE id > 4";
            run(robot, delete);
            open.awaitsWords("This console is read-only");
            robot.clickOn("#console-read-only");
            open.awaitsWords("changes are committed at once");
            run(robot, delete);
            open.awaitsWords("deletes 3 rows");
            robot.clickOn("#confirm");
            open.awaitsWords("DELETE: 3 rows");
            run(robot, "SELECT count(*) AS left_over FROM said_before");
            open.awaits("they are gone", () -> open.hasCell("4"));
        }
        assertThat(Files.readString(home.resolve(".config/watchkeeper/audit.jsonl")))
                .contains("DELETE FROM said_before WHERE id > 4");
    }

    @Test
    void textsSurviveClosingTheWindowAndPasswordsAreNotKept(FxRobot robot, SharedLabs labs) throws Exception {
        try (OpenWindow open = open(robot, labs.primary(), Environment.DEVELOPMENT)) {
            run(robot, "CREATE ROLE no_such_role PASSWORD 'hunter2' ROLE \"nobody at all\"");
            open.awaitsWords("does not exist");
            press(robot, KeyCode.CONTROL, KeyCode.H);
            open.awaits("it is in the history", () -> open.says("CREATE ROLE no_such_role PASSWORD '••••••'"));
        }
        try (OpenWindow again = open(robot, labs.primary(), Environment.DEVELOPMENT)) {
            again.awaits("the text is there", () -> editor(robot).text().startsWith("CREATE ROLE no_such_role"));
        }
        try (var files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain("hunter2");
            }
        }
    }

    @Test
    void aLostConnectionTellsWhatIsNotKnown(FxRobot robot, SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        try (OpenWindow open = open(robot, server, Environment.DEVELOPMENT)) {
            run(robot, "BEGIN; SELECT 'in a transaction' AS word");
            open.awaitsWords("Transaction open for");
            run(robot, "SELECT pg_terminate_backend(pg_backend_pid())");
            open.awaitsWords("is not committed, the server rolls it back");
            open.awaitsWords("Each statement is committed at once");
            run(robot, "DO $$ BEGIN FOR i IN 1..20000 LOOP RAISE NOTICE 'flood %', i; END LOOP; END $$");
            open.awaitsWords("19,000 further messages");
            assertThat(open.says("DO · "))
                    .as("a new session, and it is not drowned")
                    .isTrue();
        }
    }
}
