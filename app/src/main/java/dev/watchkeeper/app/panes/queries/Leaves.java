package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.controls.Choice;
import dev.watchkeeper.app.logview.LinesPanel;
import dev.watchkeeper.app.panes.queries.log.LogPanel;
import dev.watchkeeper.app.serverlog.Gravity;
import dev.watchkeeper.app.serverlog.LogWays;
import dev.watchkeeper.app.shell.Command;
import dev.watchkeeper.app.shell.Feed;
import dev.watchkeeper.app.shell.LeafFeed;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneExport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/** Which leaf is shown: the chips that choose it stand at several places, and all show the same. On the FX thread. */
final class Leaves implements AutoCloseable {
    private final Runnable changed;
    private final List<Choice<Leaf>> chips = new ArrayList<>();
    private final LateLeaf<LogPanel> log;
    private final LateLeaf<LinesPanel> lines;
    private Leaf leaf = Leaf.STATEMENTS;

    /**
     * @param changed called when another one was chosen
     * @param answered called when there is news of the log
     */
    Leaves(PaneContext context, Runnable changed, Runnable answered) {
        this.changed = changed;
        this.log = new LateLeaf<>(() -> new LogPanel(context), "statement, message, role…", chips(), answered);
        this.lines = new LateLeaf<>(() -> lines(context), "text in a line…", chips(), answered);
    }

    private static LinesPanel lines(PaneContext context) {
        return new LinesPanel(context, LogWays.of(context.postgres(), context.hosts()), Gravity::ofPostgres);
    }

    /** The one that shows what the log says. */
    private LateLeaf<?> shown() {
        return leaf == Leaf.LINES ? lines : log;
    }

    /** The chips, for one more place. */
    Node chips() {
        Choice<Leaf> made = new Choice<>(List.of(Leaf.values()), Leaf::title, this::bring);
        chips.add(made);
        return made;
    }

    /** Whether it is one of the log's, not the statements. */
    boolean isLog() {
        return leaf != Leaf.STATEMENTS;
    }

    /** Whether the log shows what the server said of it. */
    boolean logIsThere() {
        return shown().hasAnswered();
    }

    /** The server's log with the chips above it. */
    Node log() {
        return shown().view();
    }

    void bring(Leaf chosen) {
        if (chosen != leaf) {
            leaf = chosen;
            chips.forEach(one -> one.choose(chosen));
            changed.run();
            log.chosen(leaf == Leaf.LOG);
            lines.chosen(leaf == Leaf.LINES);
        }
    }

    /** A feed that also supplies the log. */
    Feed with(Feed pane) {
        return new LeafFeed(
                pane,
                () -> {
                    log.seen().ifPresent(LogPanel::refresh);
                    lines.seen().ifPresent(LinesPanel::refresh);
                },
                seen -> {
                    log.paneSeen(seen);
                    lines.paneSeen(seen);
                });
    }

    void focusFilter() {
        shown().focusFilter();
    }

    Optional<PaneExport> export() {
        return log.seen().flatMap(LogPanel::export);
    }

    /** What can be done with them. */
    List<Command> commands(ObservableBooleanValue possible) {
        List<Command> commands = new ArrayList<>();
        for (Leaf one : Leaf.values()) {
            commands.add(
                    new Command("Show the " + one.title().toLowerCase(Locale.ROOT), "", possible, () -> bring(one)));
        }
        commands.add(new Command(
                "Go to the end of the log", "G", possible, () -> lines.seen().ifPresent(LinesPanel::toTheEnd)));
        commands.add(new Command("Log more…", "", possible, () -> log.seen().ifPresent(LogPanel::logMore)));
        return commands;
    }

    @Override
    public void close() {
        log.close();
        lines.close();
    }
}
