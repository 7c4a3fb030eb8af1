package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.sql.SqlEditor;
import dev.watchkeeper.app.shell.Command;
import dev.watchkeeper.app.shell.Feed;
import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneHeader;
import dev.watchkeeper.app.shell.StillFeed;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.sql.Deed;
import dev.watchkeeper.kernel.sql.Effect;
import dev.watchkeeper.kernel.sql.MaskedSql;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.console.ConsoleSettings;
import dev.watchkeeper.postgres.console.Request;
import dev.watchkeeper.postgres.console.SqlConsole;
import dev.watchkeeper.postgres.console.TransactionMode;
import dev.watchkeeper.postgres.console.TransactionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.util.Subscription;

/** A console on one PostgreSQL server: editors above, results below, the transaction between them. */
final class ConsolePane implements Pane {
    private static final javafx.util.Duration BEAT = javafx.util.Duration.millis(500);

    private final PaneContext context;
    private final PaneHeader header = new PaneHeader("Console");
    private final SqlConsole console;
    private final CatalogCompleter completer;
    private final Desk desk;
    private final Toolbar toolbar = new Toolbar(new Buttons());
    private final TransactionBar transaction;
    private final ResultDesk results;
    private final Runner runner;
    private final Launcher launcher;
    private final Label place = new Label();
    private final Timeline beat = new Timeline(new KeyFrame(BEAT, event -> beat()));
    private final Feed feed = new StillFeed(this::run);
    private final BooleanProperty always = new SimpleBooleanProperty(true);
    private final BooleanProperty restored = new SimpleBooleanProperty();

    ConsolePane(PaneContext context) {
        this.context = context;
        boolean production = context.target().environment() == Environment.PRODUCTION;
        this.console = new SqlConsole(context.postgres(), ConsoleSettings.USUAL.readOnly(production), context.clock());
        this.completer = new CatalogCompleter(context);
        this.desk = new Desk(context, new SqlLanguage(), completer, MaskedSql::of);
        this.transaction = new TransactionBar(context.clock(), () -> end("COMMIT"), () -> end("ROLLBACK"));
        this.results = new ResultDesk(context, this::goTo);
        this.runner = new Runner(context, console, desk.memory().history(), this::happened);
        this.launcher = new Launcher(context, console, runner, toolbar::limit);
        showPlace();
        desk.lay(toolbar, 0.42, new Card(desk.editors(), transaction), results.view());
        new ConsoleKeys(desk, new Keyboard()).install();
        beat.setCycleCount(Animation.INDEFINITE);
        beat.play();
        beat();
        desk.restore(() -> {
            restored.set(true);
            beat();
        });
    }

    /** Where the caret stands. */
    private void showPlace() {
        place.getStyleClass().add("secondary");
        place.setId("console-place");
        desk.editors().right(place);
        desk.editors().shownProperty().subscribe(editor -> {
            place.textProperty().unbind();
            place.textProperty()
                    .bind(editor.placeProperty().map(at -> "Line " + at.line() + ", column " + at.column()));
        });
    }

    private SqlEditor editor() {
        return desk.editor();
    }

    private void run() {
        header.readyProperty().set(false);
        SqlEditor editor = editor();
        launcher.run(launcher.chosen(editor));
    }

    private void runAll() {
        launcher.run(launcher.all(editor()));
    }

    private void explain() {
        launcher.explain(
                editor(), results::plan, (request, why) -> happened(new Event.Failed(request, why, Duration.ZERO)));
    }

    private void cancel() {
        if (runner.isRunning()) {
            context.background("cancel", () -> {
                try {
                    console.cancel();
                } catch (FaultException e) {
                    context.complain(e.fault());
                }
            });
        }
    }

    private void end(String how) {
        runner.run(List.of(Request.of(how)), toolbar.limit());
    }

    private void settings(ConsoleSettings wanted) {
        context.background("console-settings", () -> {
            try {
                console.settings(wanted);
            } catch (FaultException e) {
                context.complain(e.fault());
            }
            context.fx().run(this::beat);
        });
    }

    private void happened(Event event) {
        switch (event) {
            case Event.Begun begun -> {
                if (begun.number() == 1) {
                    editor().clearError();
                }
            }
            case Event.Came came -> {
                if (Deed.of(came.request().statement().text()).effect() == Effect.CHANGE_SCHEMA) {
                    completer.forget();
                }
            }
            case Event.Failed failed ->
                ErrorPlace.of(failed).ifPresent(wrong -> {
                    if (editor().text().equals(failed.request().script())) {
                        editor().markError(wrong);
                    }
                });
            default -> {}
        }
        results.happened(event);
        beat();
    }

    /** What goes on and what is open is looked at again and again: it grows older by itself. */
    private void beat() {
        boolean running = runner.isRunning();
        TransactionState state = console.transaction();
        ConsoleSettings settings = console.settings();
        toolbar.running(running, results.underWay());
        toolbar.show(settings, context.target().readOnly());
        transaction.show(state, settings.mode(), running);
        header.sentenceProperty().set(sentence(state, settings));
        header.newsProperty().set(news(state, running));
        header.readyProperty().set(restored.get() && !running);
    }

    private String sentence(TransactionState state, ConsoleSettings settings) {
        String who = "as " + context.target().endpoint().user()
                + (console.pid().isPresent() ? ", pid " + console.pid().getAsInt() : ", not connected yet");
        String how = settings.readOnly()
                ? "read-only: the server refuses changes"
                : settings.mode() == TransactionMode.MANUAL
                        ? "changes are committed by hand"
                        : "changes are committed at once";
        String open = state.isOpen()
                ? "; a transaction is open for " + state.since().map(this::age).orElse("a moment")
                : "";
        return who + "; " + how + open;
    }

    private String age(Instant since) {
        return Spans.words(Duration.between(since, context.clock().instant()));
    }

    private static Optional<PaneHeader.News> news(TransactionState state, boolean running) {
        if (state.phase() == TransactionState.Phase.FAILED) {
            return Optional.of(new PaneHeader.News("failed", Tone.RED));
        }
        if (state.isOpen()) {
            return Optional.of(new PaneHeader.News("open", Tone.AMBER));
        }
        return running ? Optional.of(new PaneHeader.News("runs", Tone.ACCENT)) : Optional.empty();
    }

    private void goTo(int position) {
        editor().goTo(position);
    }

    private void save() {
        String text = editor().selection()
                .or(() -> editor().statementProperty().get())
                .map(stretch -> stretch.of(editor().text()))
                .orElse("");
        if (!text.isBlank()) {
            desk.side().save(text);
        }
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

    /** A statement, in an editor of its own; after the drafts, which it would displace. */
    @Override
    public void take(String handed) {
        if (restored.get()) {
            desk.editors().open(handed);
        } else {
            Subscription[] waiting = new Subscription[1];
            waiting[0] = restored.subscribe((before, ready) -> {
                waiting[0].unsubscribe();
                desk.editors().open(handed);
            });
        }
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("Run the statement", "", always, this::run),
                new Command("Run all statements", "", always, this::runAll),
                new Command("Explain the statement", "", always, this::explain),
                new Command("Cancel what runs", "", always, this::cancel),
                new Command("Commit", "", always, () -> end("COMMIT")),
                new Command("Roll back", "", always, () -> end("ROLLBACK")),
                new Command("Snippets", "", always, desk.side()::snippets),
                new Command("History of statements", "", always, desk.side()::history),
                new Command("Save the statement…", "", always, this::save));
    }

    /** An open transaction is rolled back by the server when its session ends. */
    @Override
    public void close() {
        beat.stop();
        desk.close();
        context.background("console-close", console::close);
    }

    private final class Buttons implements Toolbar.Deeds {
        @Override
        public void run() {
            ConsolePane.this.run();
        }

        @Override
        public void runAll() {
            ConsolePane.this.runAll();
        }

        @Override
        public void explain() {
            ConsolePane.this.explain();
        }

        @Override
        public void cancel() {
            ConsolePane.this.cancel();
        }

        @Override
        public void settings(ConsoleSettings wanted) {
            ConsolePane.this.settings(wanted);
        }

        @Override
        public void snippets() {
            desk.side().snippets();
        }

        @Override
        public void history() {
            desk.side().history();
        }
    }

    private final class Keyboard implements ConsoleKeys.Deeds {
        @Override
        public void run() {
            ConsolePane.this.run();
        }

        @Override
        public void runAll() {
            ConsolePane.this.runAll();
        }

        @Override
        public void explain() {
            ConsolePane.this.explain();
        }

        @Override
        public boolean cancel() {
            boolean running = runner.isRunning();
            ConsolePane.this.cancel();
            return running;
        }

        @Override
        public void save() {
            ConsolePane.this.save();
        }

        @Override
        public void otherHalf() {
            results.focusOr(editor()::focus);
        }
    }
}
