package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.sql.SqlEditor;
import dev.watchkeeper.app.shell.Command;
import dev.watchkeeper.app.shell.Feed;
import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneHeader;
import dev.watchkeeper.app.shell.StillFeed;
import dev.watchkeeper.redis.console.CommandLines;
import dev.watchkeeper.redis.console.ConsoleState;
import dev.watchkeeper.redis.console.RedisConsole;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A console on one Redis: commands above, their replies as trees below. */
final class RedisConsolePane implements Pane {
    private final PaneContext context;
    private final PaneHeader header = new PaneHeader("Console");
    private final RedisConsole console;
    private final Desk desk;
    private final ReplyTree replies = new ReplyTree();
    private final RedisRunner runner;
    private final Button run = Buttons.styled(Buttons.withKey("Run", "Ctrl ↵", this::run), "primary");
    private final Button cancel;
    private final Feed feed = new StillFeed(this::run);
    private final BooleanProperty always = new SimpleBooleanProperty(true);

    RedisConsolePane(PaneContext context) {
        this.context = context;
        this.console = new RedisConsole(context.redis());
        this.desk = new Desk(context, new RedisLanguage(), new RedisCompleter(context, console), MaskedLines::of);
        this.runner = new RedisRunner(context, console, desk.memory().history(), this::show, this::update);
        this.cancel = Buttons.withKey("Cancel", "Esc", console::cancel);
        Label words = new Label("one command a line; # begins a comment");
        words.getStyleClass().add("secondary");
        desk.editors().right(words);
        VBox.setVgrow(replies, Priority.ALWAYS);
        desk.lay(toolbar(), 0.35, new Card(desk.editors()), new Card(replies));
        new ConsoleKeys(desk, new Keyboard()).install();
        update();
        desk.restore(() -> header.readyProperty().set(true));
    }

    private HBox toolbar() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        run.setId("console-run");
        cancel.setId("console-cancel");
        HBox bar = new HBox(
                8,
                run,
                Buttons.plain("Run all", this::runAll),
                cancel,
                gap,
                Buttons.withKey("Saved", "Ctrl L", () -> desk.side().snippets()),
                Buttons.withKey("History", "Ctrl H", () -> desk.side().history()));
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private SqlEditor editor() {
        return desk.editor();
    }

    private void run() {
        SqlEditor editor = editor();
        String chosen = editor.selection()
                .or(() -> editor.statementProperty().get())
                .map(stretch -> stretch.of(editor.text()))
                .orElse("");
        start(chosen);
    }

    private void runAll() {
        start(editor().text());
    }

    private void start(String text) {
        Stream<String> lines = CommandLines.of(text).stream().map(CommandLines.Piece::text);
        runner.run(lines.toList());
        update();
    }

    private void show(ReplyItem item) {
        replies.add(item);
        update();
    }

    private void update() {
        boolean running = runner.isRunning();
        run.setDisable(running);
        cancel.setDisable(!running);
        ConsoleState state = console.state();
        String multi = state.inMulti() ? "; in MULTI, " + state.queued() + " queued" : "";
        header.sentenceProperty()
                .set("as " + state.user() + ", database " + state.database()
                        + (state.connected() ? "" : ", not connected yet") + multi
                        + "; changes on production and dangerous commands are asked about");
    }

    private void save() {
        desk.side()
                .save(editor().selection()
                        .map(stretch -> stretch.of(editor().text()))
                        .orElse(editor().text()));
    }

    @Override
    public Node view() {
        return desk.view();
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
    public boolean exports() {
        return false;
    }

    @Override
    public void focusFilter() {
        editor().find();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("Run the command", "", always, this::run),
                new Command("Run all commands", "", always, this::runAll),
                new Command("Cancel what runs", "", always, console::cancel),
                new Command("History of commands", "", always, () -> desk.side().history()));
    }

    @Override
    public void close() {
        desk.close();
        context.background("console-close", console::close);
    }

    private final class Keyboard implements ConsoleKeys.Deeds {
        @Override
        public void run() {
            RedisConsolePane.this.run();
        }

        @Override
        public void runAll() {
            RedisConsolePane.this.runAll();
        }

        @Override
        public void explain() {
            // commands have no plan
        }

        @Override
        public boolean cancel() {
            boolean running = runner.isRunning();
            console.cancel();
            return running;
        }

        @Override
        public void save() {
            RedisConsolePane.this.save();
        }

        @Override
        public void otherHalf() {
            replies.focus();
        }
    }
}
