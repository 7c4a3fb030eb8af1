package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.panes.clients.ClientsPaneFactory;
import dev.watchkeeper.app.panes.memory.MemoryPaneFactory;
import dev.watchkeeper.app.panes.slowlog.SlowlogPaneFactory;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.redis.RedisServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The panes that Redis has to itself. */
@ExtendWith({LabExtension.class, WindowExtension.class})
@SuppressWarnings("NullAway.Init") // @Start comes before every test
final class RedisWindowTest {
    @TempDir
    Path home;

    private Stage stage;

    @Start
    void start(Stage newStage) {
        stage = newStage;
    }

    private OpenWindow open(FxRobot robot, RedisServer redis, PaneFactory pane) throws Exception {
        String uri = "redis://127.0.0.1:" + redis.port();
        return OpenWindow.on(robot, stage, home, uri, Environment.STAGING, List.of(pane));
    }

    private static RedisServer redis(SharedLabs labs) {
        return labs.lab(LabPlan.primaryOnly(LabPlan.NEWEST).withRedis()).redis().getFirst();
    }

    @Test
    void aClientIsFoundAndKilled(FxRobot robot, SharedLabs labs) throws Exception {
        RedisServer redis = redis(labs);
        try (Socket guest = named(redis, "unwanted");
                OpenWindow open = open(robot, redis, new ClientsPaneFactory())) {
            open.awaits("it is listed", () -> open.hasCell("unwanted"));
            open.clickOnCell("unwanted");
            open.awaitsWords("Most applications connect again at once.");
            open.type(KeyCode.K);
            open.awaitsWords("Closes the connection of client");
            robot.clickOn("#confirm");
            open.awaitsWords("1 client gone after");
            open.awaits("it is not listed any more", () -> !open.hasCell("unwanted"));
            assertThat(guest.getInputStream().read()).as("hung up").isEqualTo(-1);
        }
    }

    private static Socket named(RedisServer redis, String name) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port());
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(("CLIENT SETNAME " + name + "\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().readNBytes(5)).asString().isEqualTo("+OK\r\n");
        return socket;
    }

    @Test
    void maxmemoryIsChangedAfterItWasSaidWhatThatDoes(FxRobot robot, SharedLabs labs) throws Exception {
        RedisServer redis = redis(labs);
        try (OpenWindow open = open(robot, redis, new MemoryPaneFactory())) {
            open.awaitsWords("used, no limit");
            robot.clickOn("Change maxmemory…");
            robot.clickOn("#setting-value")
                    .press(KeyCode.CONTROL)
                    .type(KeyCode.A)
                    .release(KeyCode.CONTROL);
            robot.write("64mb");
            robot.clickOn("#setting-go-on");
            open.awaitsWords("from no limit to 64 MB");
            assertThat(redis.ask("INFO memory")).contains("maxmemory:0\r");
            robot.clickOn("#confirm");
            open.awaitsWords("of 64 MB used, noeviction");
            assertThat(redis.ask("INFO memory")).contains("maxmemory:67108864\r");
        } finally {
            redis.ask("CONFIG SET maxmemory 0");
        }
    }

    @Test
    void whatIsSlowAndBigIsFoundAndWatchedFor(FxRobot robot, SharedLabs labs) throws Exception {
        RedisServer redis = redis(labs);
        redis.ask("SADD crowd:17 somebody");
        redis.ask("SLOWLOG RESET");
        redis.ask("CONFIG SET slowlog-log-slower-than 0");
        redis.ask("DEL crowd:99");
        redis.ask("CONFIG SET slowlog-log-slower-than 10000000");
        try (OpenWindow open = open(robot, redis, new SlowlogPaneFactory())) {
            open.awaitsWords("slow in 15 min");
            robot.clickOn("#choice-slow-commands");
            open.awaits("its shape is listed", () -> open.hasCell("DEL crowd:*"));
            open.clickOnCell("DEL crowd:*");
            open.awaitsWords("UNLINK frees it in the background");

            robot.clickOn("#choice-latency-events");
            open.awaitsWords("The latency monitor is off");
            robot.clickOn("Turn on…");
            robot.clickOn("#setting-go-on");
            open.awaitsWords("from off to 100 ms");
            robot.clickOn("#confirm");
            open.awaitsWords("for 100 ms or longer is noted");

            robot.clickOn("#choice-big-keys");
            open.awaitsWords("Nobody has looked yet");
            robot.clickOn("#sample-keys");
            open.awaits("the pattern is listed", () -> open.hasCell("crowd:*"));
            open.awaitsWords("were looked at");
        } finally {
            redis.ask("DEL crowd:17");
            redis.ask("CONFIG SET latency-monitor-threshold 0");
            redis.ask("CONFIG SET slowlog-log-slower-than 10000");
        }
    }
}
