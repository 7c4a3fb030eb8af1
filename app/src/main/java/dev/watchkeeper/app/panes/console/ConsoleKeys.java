package dev.watchkeeper.app.panes.console;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of a console. They come before the editor's own. */
final class ConsoleKeys {
    /** What the keys do. */
    interface Deeds {
        void run();

        void runAll();

        void explain();

        /** Returns whether there was anything to cancel. */
        boolean cancel();

        void save();

        /** From the editor to the results and back. */
        void otherHalf();
    }

    private final Desk desk;
    private final Deeds deeds;

    ConsoleKeys(Desk desk, Deeds deeds) {
        this.desk = desk;
        this.deeds = deeds;
    }

    void install() {
        Node view = desk.view();
        view.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F6) {
                deeds.otherHalf();
                event.consume();
            } else if (event.isShortcutDown() && !event.isAltDown() && withShortcut(event)) {
                event.consume();
            }
        });
        // Escape first closes what is open in the editor
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && deeds.cancel()) {
                event.consume();
            }
        });
    }

    private boolean withShortcut(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                if (event.isShiftDown()) {
                    deeds.runAll();
                } else {
                    deeds.run();
                }
            }
            case E -> deeds.explain();
            case PERIOD -> deeds.cancel();
            case L -> desk.side().snippets();
            case H -> desk.side().history();
            case S -> deeds.save();
            case T -> desk.editors().open();
            case W -> desk.editors().closeShown();
            case PAGE_UP -> desk.editors().step(-1);
            case PAGE_DOWN -> desk.editors().step(1);
            default -> {
                return false;
            }
        }
        return true;
    }
}
