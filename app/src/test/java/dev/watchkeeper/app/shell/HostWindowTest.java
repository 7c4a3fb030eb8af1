package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.panes.host.HostPaneFactory;
import dev.watchkeeper.app.panes.sessions.SessionsPaneFactory;
import dev.watchkeeper.app.recording.Pace;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.host.Placement;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A server whose host is this machine, in the window. */
@ExtendWith({LabExtension.class, WindowExtension.class})
@SuppressWarnings("NullAway.Init") // @Start comes before every test
final class HostWindowTest {
    private static final Placement HERE = new Placement(Optional.empty(), Optional.of(HostSpec.LOCAL), List.of());

    @TempDir
    Path home;

    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
    }

    @Test
    void itsDisksAndProcessesAreShown(FxRobot robot, SharedLabs labs) throws Exception {
        try (OpenWindow open = open(robot, labs.primary(), new HostPaneFactory())) {
            open.awaits("its processes are listed", () -> open.hasCell(text -> text.endsWith("checkpointer")));
            open.awaitsWords("data, WAL");
            assertThat(open.says("Fullest disk")).isTrue();
            assertThat(open.says("console is")).isTrue();
        }
    }

    @Test
    void aSessionTellsWhatItTakesOfTheHost(FxRobot robot, SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        try (Connection busy = server.connect(server.user(), "busy-one");
                OpenWindow open = open(robot, server, new SessionsPaneFactory())) {
            Thread work = Thread.ofVirtual().start(() -> run(busy));
            try {
                robot.interact(() -> stage.setWidth(1280));
                open.awaitsWords("busy-one");
                open.awaits(
                        "some of a core is said", () -> open.hasCell(text -> text.matches("[1-9][0-9]*\\.[0-9] %")));
            } finally {
                busy.abort(Runnable::run);
                work.join();
            }
        }
    }

    private static void run(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT count(*) FROM generate_series(1, 2000000000) n WHERE n % 7 = 0");
        } catch (SQLException e) {
            // it is cut off at the end
        }
    }

    private OpenWindow open(FxRobot robot, PostgresServer server, PaneFactory pane) throws Exception {
        return OpenWindow.on(
                robot, stage, home, server.uri(), Environment.DEVELOPMENT, List.of(pane), Pace.DEFAULT, HERE);
    }
}
