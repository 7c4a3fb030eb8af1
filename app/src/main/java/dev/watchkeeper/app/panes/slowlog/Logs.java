package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.logview.LinesPanel;
import dev.watchkeeper.app.panes.slowlog.log.LogPanel;
import dev.watchkeeper.app.serverlog.Gravity;
import dev.watchkeeper.app.serverlog.LogWays;
import dev.watchkeeper.app.shell.PaneContext;
import java.util.function.Predicate;
import javafx.scene.layout.Region;

/** The log, by message and line by line: each asks only while it is looked at. On the FX thread. */
final class Logs implements AutoCloseable {
    private final LogPanel messages;
    private final LinesPanel lines;
    private Leaf leaf = Leaf.COMMANDS;
    private boolean paneSeen;

    Logs(PaneContext context) {
        messages = new LogPanel(context);
        lines = new LinesPanel(context, LogWays.of(context.redis(), context.hosts()), Gravity::ofRedis);
    }

    /** What that leaf shows. */
    Region panel(Leaf one) {
        return one == Leaf.LINES ? lines : messages;
    }

    void chosen(Leaf one) {
        leaf = one;
        tell();
    }

    void paneSeen(boolean seen) {
        paneSeen = seen;
        tell();
    }

    private void tell() {
        messages.seen(paneSeen && leaf == Leaf.LOG);
        lines.seen(paneSeen && leaf == Leaf.LINES);
    }

    void filter(String text, Predicate<String> lets) {
        messages.filter(lets);
        lines.filter(text);
    }

    void jump(boolean forward) {
        if (leaf == Leaf.LINES) {
            lines.jump(forward);
        }
    }

    void toTheEnd() {
        lines.toTheEnd();
    }

    void refresh() {
        if (leaf == Leaf.LOG) {
            messages.refresh();
        } else if (leaf == Leaf.LINES) {
            lines.refresh();
        }
    }

    @Override
    public void close() {
        messages.close();
        lines.close();
    }
}
