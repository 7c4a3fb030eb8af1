package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.workspace.console.Draft;
import dev.watchkeeper.workspace.console.Drafts;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Writes down what stands in the editors, a moment after somebody stopped typing, and when the pane is closed. */
final class DraftKeeper {
    private static final Duration PAUSE = Duration.seconds(1.5);

    private final PaneContext context;
    private final EditorTabs editors;
    private final Drafts drafts;
    private final UnaryOperator<String> mask;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private List<Draft> written = List.of();
    private boolean restored;

    /**
     * @param mask takes secrets out of a text
     */
    DraftKeeper(PaneContext context, EditorTabs editors, UnaryOperator<String> mask) {
        this.mask = mask;
        this.context = context;
        this.editors = editors;
        this.drafts = new Drafts(context.folder().drafts(), context.target().name());
        pause.setOnFinished(event -> keep());
        editors.onChange(pause::playFromStart);
    }

    /** Puts what was kept into the editors; then calls on the FX thread. */
    void restore(Runnable then) {
        context.background("drafts", () -> {
            List<Draft> kept = kept();
            context.fx().run(() -> {
                boolean typed =
                        editors.drafts().stream().anyMatch(one -> !one.text().isEmpty());
                if (!typed) {
                    editors.restore(kept);
                }
                restored = true;
                written = editors.drafts();
                then.run();
            });
        });
    }

    private List<Draft> kept() {
        try {
            return drafts.read();
        } catch (FaultException e) {
            context.complain(e.fault());
            return List.of();
        }
    }

    private void keep() {
        List<Draft> now = editors.drafts();
        if (restored && !now.equals(written)) {
            written = now;
            context.background("drafts", () -> write(now));
        }
    }

    /** Without secrets: a password that was typed is not written down. */
    private void write(List<Draft> some) {
        try {
            drafts.write(some.stream()
                    .map(one -> new Draft(one.title(), mask.apply(one.text()), one.caret()))
                    .toList());
        } catch (FaultException e) {
            context.complain(e.fault());
        }
    }

    /** Writes what is not written yet, before the process may end. */
    void close() {
        pause.stop();
        List<Draft> now = editors.drafts();
        if (restored && !now.equals(written)) {
            write(now);
        }
    }
}
