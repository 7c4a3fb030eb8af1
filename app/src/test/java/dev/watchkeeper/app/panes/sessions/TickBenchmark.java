package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.bench.Findings;
import dev.watchkeeper.app.controls.table.LiveTable;
import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.app.shell.Theme;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.sessions.Session;
import dev.watchkeeper.postgres.sessions.SessionList;
import dev.watchkeeper.postgres.sessions.SessionState;
import dev.watchkeeper.postgres.sessions.Vitals;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javafx.scene.Scene;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What a tick of 1000 sessions takes on the FX thread: strip, table, styles and layout, with sessions coming and going. */
@ExtendWith(WindowExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
class TickBenchmark {
    private static final int SESSIONS = 1000;
    private static final int TICKS = 120;
    private static final int WARM_UP = 40;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final String TEXT = "select * from orders where note = '" + "x".repeat(2000) + "'";

    private final Random random = new Random(1);
    private LiveTable<Object, SessionLine> table;
    private Strip strip;
    private Scene scene;
    private int pids = SESSIONS;

    @Start
    void start(Stage stage) {
        table = new LiveTable<>("Sessions", SessionLine::key, SessionColumns.all(false));
        strip = new Strip();
        VBox.setVgrow(table, Priority.ALWAYS);
        scene = new Scene(new VBox(strip, table), 990, 900);
        new Theme(Theme.Choice.LIGHT).dress(scene);
        table.sortBy(SessionColumns.TRANSACTION, true);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void tick(FxRobot robot) {
        List<Session> sessions = new ArrayList<>();
        for (int pid = 1; pid <= SESSIONS; pid++) {
            sessions.add(session(pid, BEGIN.minusSeconds(random.nextInt(4000))));
        }
        double[] millis = new double[TICKS];
        for (int tick = 0; tick < TICKS; tick++) {
            change(sessions);
            SessionsModel model = model(sessions, BEGIN.plusSeconds(2L * tick));
            int now = tick;
            robot.interact(() -> millis[now] = apply(model));
        }
        double[] warm = Arrays.copyOfRange(millis, WARM_UP, TICKS);
        Arrays.sort(warm);
        Findings.say(
                String.format("a tick of %d sessions: slowest of ten %.1f ms", SESSIONS, warm[warm.length * 9 / 10]));
        Findings.report("FX-thread time of a tick of 1000 sessions, median", warm[warm.length / 2], 16, "ms");
    }

    private double apply(SessionsModel model) {
        long start = cpu();
        strip.show(model);
        table.show(model.lines(), false);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return (cpu() - start) / 1e6;
    }

    /** Of the FX thread alone: what else runs on the machine does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Every tick twenty sessions go, twenty come, and fifty begin another transaction. */
    private void change(List<Session> sessions) {
        for (int i = 0; i < 20; i++) {
            sessions.set(random.nextInt(SESSIONS), session(++pids, BEGIN));
        }
        for (int i = 0; i < 50; i++) {
            int index = random.nextInt(SESSIONS);
            sessions.set(index, session(sessions.get(index).pid(), BEGIN.plusSeconds(random.nextInt(100))));
        }
    }

    private SessionsModel model(List<Session> sessions, Instant now) {
        Vitals vitals =
                new Vitals(1200, 3, "dba", true, true, false, new Vitals.Counters(now, now.getEpochSecond(), 1, 1, 1));
        return Arranger.arrange(
                new Snapshot<>(
                        new SessionList(List.copyOf(sessions), vitals), now, ServerVersion.parse("17.1"), Cost.NONE),
                Choice.ALL,
                table.order(),
                pid -> null,
                false);
    }

    private Session session(int pid, Instant xactStart) {
        boolean idle = random.nextInt(3) == 0;
        return new Session(
                pid,
                0,
                "client backend",
                "shop",
                "app_rw",
                "checkout",
                "10.2.1." + pid % 200,
                null,
                BEGIN.minusSeconds(5000),
                idle ? null : xactStart,
                xactStart,
                xactStart,
                idle ? SessionState.IDLE : SessionState.ACTIVE,
                idle ? "Client" : "Lock",
                idle ? "ClientRead" : "transactionid",
                null,
                0,
                0,
                null,
                TEXT + pid,
                pid > 2 && !idle ? List.of(pid % 2 + 1) : List.of(),
                false);
    }
}
