package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.workspace.console.ConsoleHistory;
import dev.watchkeeper.workspace.console.Remembered;
import dev.watchkeeper.workspace.console.SavedStatement;
import dev.watchkeeper.workspace.console.SavedStatements;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What was run and what was saved, as lines to choose from; read and written away from the FX thread. */
final class Memory {
    private static final int NEWEST = 2_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm");

    private final PaneContext context;
    private final ConsoleHistory history;
    private final SavedStatements saved;

    Memory(PaneContext context) {
        this.context = context;
        this.history = new ConsoleHistory(context.folder().consoleHistory());
        this.saved = new SavedStatements(context.folder().savedStatements());
    }

    ConsoleHistory history() {
        return history;
    }

    /** Hands over what was run, the newest first, each text once; on the FX thread. */
    void ran(Consumer<List<SideLine>> show) {
        context.background("console-history", () -> {
            try {
                List<SideLine> lines = new ArrayList<>();
                Set<String> seen = new HashSet<>();
                for (Remembered one : history.newest(NEWEST)) {
                    if (seen.add(one.target() + '\n' + one.statement())) {
                        lines.add(line(one));
                    }
                }
                context.fx().run(() -> show.accept(lines));
            } catch (FaultException e) {
                context.complain(e.fault());
            }
        });
    }

    private static SideLine line(Remembered one) {
        String title = one.statement().replaceAll("\\s+", " ").strip();
        String note = TIME.format(one.at().atZone(ZoneId.systemDefault())) + " · " + one.outcome() + " · "
                + Spans.words(Duration.ofMillis(one.tookMillis()));
        return new SideLine(
                title.substring(0, Math.min(200, title.length())),
                true,
                note,
                one.done() ? Tone.NEUTRAL : Tone.RED,
                one.target(),
                one.statement(),
                false);
    }

    /** Hands over what somebody saved, and what comes with the console; on the FX thread. */
    void saved(List<SideLine> shipped, Consumer<List<SideLine>> show) {
        context.background("console-saved", () -> {
            try {
                List<SideLine> lines = new ArrayList<>();
                for (SavedStatement one : saved.all()) {
                    lines.add(new SideLine(one.name(), false, one.note(), Tone.NEUTRAL, "saved", one.text(), true));
                }
                lines.addAll(shipped);
                context.fx().run(() -> show.accept(lines));
            } catch (FaultException e) {
                context.complain(e.fault());
            }
        });
    }

    /** Saves one; then calls on the FX thread. */
    void save(SavedStatement one, Runnable then) {
        context.background("console-save", () -> {
            try {
                saved.save(one);
                context.say("Saved as “" + one.name() + "”: it stands among the snippets");
                context.fx().run(then);
            } catch (FaultException e) {
                context.complain(e.fault());
            }
        });
    }

    /** Forgets one; then calls on the FX thread. */
    void forget(String name, Runnable then) {
        context.background("console-forget", () -> {
            try {
                saved.forget(name);
                context.fx().run(then);
            } catch (FaultException e) {
                context.complain(e.fault());
            }
        });
    }
}
