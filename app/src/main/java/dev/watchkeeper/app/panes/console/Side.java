package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.shell.PaneContext;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;

/** Opens and closes what stands at the right: snippets, or the history. */
final class Side {
    private final PaneContext context;
    private final Memory memory;
    private final HBox home;
    private final Consumer<String> take;
    private final Runnable closed;
    private final SidePanel snippets;
    private final SidePanel history;
    private Optional<SidePanel> open = Optional.empty();

    /**
     * @param home gets the panel at its right end
     * @param take gets the text of a line that was taken
     * @param closed called when a panel is gone
     */
    Side(PaneContext context, Memory memory, HBox home, Consumer<String> take, Runnable closed) {
        this.closed = closed;
        this.context = context;
        this.memory = memory;
        this.home = home;
        this.take = take;
        this.snippets = new SidePanel("Snippets", "locks, bloat, replication…", new Deeds());
        this.history = new SidePanel("History", "word in the statement, target…", new Deeds());
    }

    /** Opens or closes the snippets. */
    void snippets() {
        toggle(snippets);
        reload();
    }

    /** Opens or closes the history. */
    void history() {
        toggle(history);
        reload();
    }

    private void reload() {
        if (open.equals(Optional.of(history))) {
            memory.ran(history::show);
        } else if (open.equals(Optional.of(snippets))) {
            memory.saved(Shipped.lines(), snippets::show);
        }
    }

    private void toggle(SidePanel panel) {
        boolean wasOpen = open.equals(Optional.of(panel));
        close();
        if (!wasOpen) {
            home.getChildren().add(panel);
            open = Optional.of(panel);
            panel.focus();
        }
    }

    private void close() {
        open.ifPresent(panel -> {
            home.getChildren().remove(panel);
            closed.run();
        });
        open = Optional.empty();
    }

    /** Asks for a name and saves the statement. */
    void save(String text) {
        SaveDialog dialog = new SaveDialog(
                text,
                one -> {
                    context.modals().close();
                    memory.save(one, this::reload);
                },
                context.modals()::close);
        context.modals().open(dialog, () -> {});
        dialog.focus();
    }

    private final class Deeds implements SidePanel.Deeds {
        @Override
        public void take(SideLine line) {
            take.accept(line.text());
        }

        @Override
        public void forget(SideLine line) {
            memory.forget(line.title(), Side.this::reload);
        }

        @Override
        public void close() {
            Side.this.close();
        }
    }
}
