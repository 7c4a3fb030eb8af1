package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.controls.sql.SqlEditor;
import dev.watchkeeper.app.panes.console.ConsolePaneFactory;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.redis.RedisServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The command console of a Redis. */
@ExtendWith({LabExtension.class, WindowExtension.class})
@SuppressWarnings("NullAway.Init") // @Start comes before every test
final class RedisConsoleWindowTest {
    @TempDir
    Path home;

    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
    }

    private static void run(FxRobot robot, String text) {
        robot.interact(() -> {
            SqlEditor editor = robot.lookup(".sql-editor").queryAs(SqlEditor.class);
            editor.setText(text);
            editor.focus();
        });
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
    }

    @Test
    void repliesAreTreesAndWhatDestroysIsAskedFor(FxRobot robot, SharedLabs labs) throws Exception {
        RedisServer redis = labs.lab(LabPlan.primaryOnly(LabPlan.NEWEST).withRedis())
                .redis()
                .getFirst();
        String uri = "redis://127.0.0.1:" + redis.port();
        try (OpenWindow open =
                OpenWindow.on(robot, stage, home, uri, Environment.STAGING, List.of(new ConsolePaneFactory()))) {
            run(robot, "HSET user:1 name ada age 36\n# a comment\nHGETALL user:1\nAUTH hunter2");
            open.awaitsWords("2 fields");
            open.awaitsWords("\"ada\"");
            open.awaitsWords("AUTH (redacted)");
            run(robot, "FLUSHALL");
            open.awaitsWords("for good");
            assertThat(redis.ask("EXISTS user:1")).contains("1");
            robot.clickOn("#confirm");
            open.awaitsWords("OK · ");
            assertThat(redis.ask("EXISTS user:1")).contains("0");
        }
        try (var files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain("hunter2");
            }
        }
    }
}
