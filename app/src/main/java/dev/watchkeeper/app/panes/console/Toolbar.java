package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.console.ConsoleSettings;
import dev.watchkeeper.postgres.console.TransactionMode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What can be done in the console, and how statements are run. */
final class Toolbar extends FlowPane {
    /** Below this, the keys of the last buttons are not shown. */
    private static final double NARROW = 720;

    /** What the buttons at the left need, with a few words of what runs. */
    private static final double LEFT = 500;

    private static final List<Integer> LIMITS = List.of(100, 500, 2_000, 10_000);
    private static final List<Duration> TIMEOUTS = List.of(
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30));

    /** What the buttons do. */
    interface Deeds {
        void run();

        void runAll();

        void explain();

        void cancel();

        void settings(ConsoleSettings wanted);

        void snippets();

        void history();
    }

    private final Button run;
    private final Button runAll;
    private final Button explain;
    private final Button cancel;
    private final Button snippets;
    private final Button history;
    private final Label running = new Label();
    private final MenuButton mode = new MenuButton();
    private final ToggleButton readOnly = new ToggleButton("Read-only");
    private final MenuButton limit = new MenuButton();
    private final MenuButton timeout = new MenuButton();
    private final Consumer<ConsoleSettings> change;
    private ConsoleSettings settings = ConsoleSettings.USUAL;
    private int rows = 500;

    Toolbar(Deeds deeds) {
        this.change = deeds::settings;
        run = Buttons.styled(Buttons.withKey("Run", "Ctrl ↵", deeds::run), "primary");
        run.setTooltip(new Tooltip("Runs the selection, or the statement at the caret (also F5)"));
        run.setId("console-run");
        runAll = Buttons.plain("Run all", deeds::runAll);
        runAll.setTooltip(new Tooltip("Runs all statements of this editor (Ctrl+Shift+Enter)"));
        runAll.setId("console-run-all");
        explain = Buttons.withKey("Explain", "Ctrl E", deeds::explain);
        explain.setId("console-explain");
        cancel = Buttons.withKey("Cancel", "Esc", deeds::cancel);
        cancel.setId("console-cancel");
        cancel.setDisable(true);
        running.getStyleClass().add("secondary");
        running.setMinWidth(0);
        readOnly.getStyleClass().add("read-only");
        readOnly.setTooltip(new Tooltip("The server itself refuses every change in this console"));
        readOnly.setId("console-read-only");
        readOnly.setMinWidth(Region.USE_PREF_SIZE);
        readOnly.setOnAction(event -> change.accept(settings.readOnly(readOnly.isSelected())));
        prepareMenus();
        snippets = Buttons.withKey("Snippets", "Ctrl L", deeds::snippets);
        history = Buttons.withKey("History", "Ctrl H", deeds::history);
        snippets.setId("console-snippets");
        history.setId("console-history");
        HBox left = new HBox(8, run, runAll, explain, cancel, running);
        HBox right = new HBox(8, mode, readOnly, limit, timeout, snippets, history);
        left.setAlignment(Pos.CENTER_LEFT);
        right.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(left, right);
        setHgap(8);
        setVgap(6);
        setMinWidth(0);
        getStyleClass().add("console-toolbar");
        widthProperty().addListener((property, before, now) -> share(left, right));
        right.widthProperty().addListener((property, before, now) -> share(left, right));
    }

    /** Both halves on one line where there is room, the right one at the right; else the right one below. */
    private void share(HBox left, HBox right) {
        for (Button button : List.of(snippets, history)) {
            button.setContentDisplay(getWidth() < NARROW ? ContentDisplay.TEXT_ONLY : ContentDisplay.RIGHT);
        }
        double room = getWidth() - right.prefWidth(-1) - getHgap() - 1;
        left.setPrefWidth(room >= LEFT ? room : getWidth());
    }

    private void prepareMenus() {
        mode.getItems()
                .setAll(
                        item("Commit each statement at once", () -> change.accept(settings.mode(TransactionMode.AUTO))),
                        item("Commit by hand", () -> change.accept(settings.mode(TransactionMode.MANUAL))));
        mode.setId("console-mode");
        for (int some : LIMITS) {
            limit.getItems().add(item("First " + Sizes.count(some) + " rows", () -> limit(some)));
        }
        for (Duration some : TIMEOUTS) {
            timeout.getItems().add(item(timeoutText(some), () -> change.accept(settings.statementTimeout(some))));
        }
        timeout.setTooltip(new Tooltip("The server ends statements that take longer"));
        limit.setTooltip(new Tooltip("So many rows come at first; more on scrolling to the end"));
        for (MenuButton menu : List.of(mode, limit, timeout)) {
            menu.setMinWidth(Region.USE_PREF_SIZE);
        }
        limit(rows);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static String timeoutText(Duration timeout) {
        return timeout.isZero() ? "No time limit" : "At most " + Spans.words(timeout);
    }

    private void limit(int newRows) {
        rows = newRows;
        limit.setText(Sizes.count(rows) + " rows");
    }

    /** So many rows of each result are read at first. */
    int limit() {
        return rows;
    }

    /**
     * Shows how statements are run.
     *
     * @param locked whether read-only can't be switched off here
     */
    void show(ConsoleSettings now, boolean locked) {
        settings = now;
        mode.setText(now.mode() == TransactionMode.AUTO ? "Auto-commit" : "Commit by hand");
        readOnly.setSelected(now.readOnly());
        readOnly.setDisable(locked);
        timeout.setText(timeoutText(now.statementTimeout()));
    }

    /**
     * Shows whether something is under way.
     *
     * @param words what, and since when; empty for nothing
     */
    void running(boolean now, String words) {
        run.setDisable(now);
        runAll.setDisable(now);
        explain.setDisable(now);
        cancel.setDisable(!now);
        running.setText(words);
    }
}
