package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.panes.sessions.SessionsPaneFactory;
import dev.watchkeeper.app.recording.Pace;
import dev.watchkeeper.app.robot.OnFx;
import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.Placement;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.postgres.PostgresServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The window on one real server, and a robot before it. */
final class OpenWindow implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final FxRobot robot;
    private final Stage stage;
    private final Workbench bench;
    private final Window window;
    private final Instant openedAt = Instant.now();

    private OpenWindow(FxRobot robot, Stage stage, Workbench bench, Window window) {
        this.robot = robot;
        this.stage = stage;
        this.bench = bench;
        this.window = window;
    }

    static OpenWindow on(FxRobot robot, Stage stage, Path home, PostgresServer server, Environment environment)
            throws FaultException {
        return on(robot, stage, home, server.uri(), environment, List.of(new SessionsPaneFactory()));
    }

    /** On a server of any kind, with these panes; the first that suits it is shown. */
    static OpenWindow on(
            FxRobot robot, Stage stage, Path home, String uri, Environment environment, List<PaneFactory> panes)
            throws FaultException {
        return on(robot, stage, home, uri, environment, panes, Pace.DEFAULT);
    }

    /** The same, with another pace of recording. */
    static OpenWindow on(
            FxRobot robot,
            Stage stage,
            Path home,
            String uri,
            Environment environment,
            List<PaneFactory> panes,
            Pace pace)
            throws FaultException {
        return on(robot, stage, home, uri, environment, panes, pace, Placement.NONE);
    }

    /** The same for a server of which is known where it stands, and where its backups lie. */
    static OpenWindow on(
            FxRobot robot,
            Stage stage,
            Path home,
            String uri,
            Environment environment,
            List<PaneFactory> panes,
            Pace pace,
            Placement placement)
            throws FaultException {
        Surroundings around = new Surroundings(
                Map.of("XDG_STATE_HOME", home.resolve("state").toString()),
                home,
                Clock.systemUTC(),
                ZoneOffset.UTC,
                "tester");
        WindowPrompt prompt = new WindowPrompt();
        Workbench bench = Workbench.of(around, prompt, warning -> {});
        Target given = bench.resolve(uri);
        Target target = new Target(
                "billing", given.endpoint(), environment, given.password(), false, List.of(), given.pool(), placement);
        bench.recorder().record(target, pace);
        Window[] made = new Window[1];
        robot.interact(() -> {
            Window window = new Window(bench, List.of(target), panes, new Theme(Theme.Choice.LIGHT), prompt);
            // the headless screen ends at 1000 pixels
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1000);
            stage.setHeight(900);
            window.show(stage);
            window.show(target);
            made[0] = window;
        });
        return new OpenWindow(robot, stage, bench, made[0]);
    }

    /** When it was opened, by the workstation's clock. */
    Instant openedAt() {
        return openedAt;
    }

    Window window() {
        return window;
    }

    void awaits(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "it did not come to this: " + what + "; the window says " + words() + "; there are " + windows(),
                    e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Whether these words stand anywhere in the window just now. */
    boolean says(String words) {
        return robot.lookup((Node node) -> node instanceof Labeled labeled
                        && labeled.getText() != null
                        && labeled.getText().contains(words)
                        && isSeen(node))
                .tryQuery()
                .isPresent();
    }

    /** Something may lie over what was clicked on. */
    private List<String> windows() {
        return OnFx.read(() -> javafx.stage.Window.getWindows().stream()
                .map(one -> "%s at %.0f, %.0f of %.0f x %.0f"
                        .formatted(
                                one.getClass().getSimpleName(),
                                one.getX(),
                                one.getY(),
                                one.getWidth(),
                                one.getHeight()))
                .toList());
    }

    private List<String> words() {
        return robot.lookup((Node node) -> node instanceof Labeled && isSeen(node)).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .filter(text -> text != null && !text.isBlank())
                .toList();
    }

    private static boolean isSeen(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    void awaitsWords(String words) {
        awaits("the window says “" + words + "”", () -> says(words));
    }

    boolean has(String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    Button button(String id) {
        return robot.lookup(id).queryButton();
    }

    void type(KeyCode... keys) {
        robot.type(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /**
     * Clicks on a row as a person does: first the pointer is brought to the table, whose rows then hold still; where
     * the cell lies is looked up after that, in a layout that is done.
     */
    void clickOnCell(String text) {
        robot.moveTo(tableOf(cell(text)));
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
        robot.clickOn(cell(text));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Labeled cell(String text) {
        return robot.lookup(".table-cell").queryAllAs(Labeled.class).stream()
                .filter(cell -> text.equals(cell.getText()) && isSeen(cell))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cell says " + text));
    }

    private static Node tableOf(Node cell) {
        Node one = cell;
        while (!(one instanceof TableView<?>)) {
            one = one.getParent();
        }
        return one;
    }

    boolean hasCell(String text) {
        return hasCell(text::equals);
    }

    boolean hasCell(Predicate<String> text) {
        return robot.lookup(".table-cell").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .anyMatch(cell -> cell != null && text.test(cell));
    }

    @Override
    public void close() {
        robot.interact(() -> {
            stage.hide();
            window.close();
        });
        bench.close();
    }
}
