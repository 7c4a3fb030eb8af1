package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.controls.KeyOwner;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.GenericStyledArea;
import org.jspecify.annotations.Nullable;

/** The keys that people bring along. Those without a modifier work while no text field has the focus. */
final class Keys {
    /** What the keys drive. */
    interface Deeds {
        Optional<Pane> pane();

        /** What can be done in it, with its keys. */
        List<Command> commands();

        boolean dialogIsOpen();

        void palette();

        /** The pane of this number, from 1. */
        void pane(int number);
    }

    private final Deeds deeds;
    private boolean swallow;

    Keys(Deeds deeds) {
        this.deeds = deeds;
    }

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            swallow = !deeds.dialogIsOpen() && (withShortcut(event) || alone(event, scene));
            if (swallow) {
                event.consume();
            }
        });
        // the letter that opened a dialog is not to be written into it
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (swallow) {
                event.consume();
            }
        });
    }

    private boolean withShortcut(KeyEvent event) {
        if (event.getCode() == KeyCode.F5) {
            deeds.pane().ifPresent(pane -> pane.feed().refreshNow());
            return true;
        }
        if (!event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        if (event.getCode() == KeyCode.K) {
            deeds.palette();
        } else if (event.getCode() == KeyCode.F) {
            deeds.pane().ifPresent(Pane::focusFilter);
        } else if (event.getCode().isDigitKey() && event.getCode() != KeyCode.DIGIT0) {
            deeds.pane(
                    event.getCode().getName().charAt(event.getCode().getName().length() - 1) - '0');
        } else {
            return false;
        }
        return true;
    }

    private boolean alone(KeyEvent event, Scene scene) {
        boolean owned = scene.getFocusOwner() instanceof KeyOwner owner && owner.owns(event);
        boolean modified = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
        if (writes(scene.getFocusOwner()) || owned || modified) {
            return false;
        }
        Optional<Pane> pane = deeds.pane();
        return pane.isPresent() && ((pane.get().feed().asks() && paced(event, pane.get(), scene)) || commanded(event));
    }

    private static boolean writes(@Nullable Node focused) {
        return (focused instanceof TextInputControl text && text.isEditable())
                || (focused instanceof GenericStyledArea<?, ?, ?> area && area.isEditable());
    }

    private static boolean paced(KeyEvent event, Pane pane, Scene scene) {
        if (event.getCode() == KeyCode.SPACE) {
            if (scene.getFocusOwner() instanceof ButtonBase || scene.getFocusOwner() instanceof ComboBoxBase<?>) {
                return false;
            }
            pane.feed().pausedProperty().set(!pane.feed().pausedProperty().get());
            return true;
        }
        if (isKey(event, "+", KeyCode.ADD, KeyCode.PLUS)) {
            pane.feed()
                    .intervalProperty()
                    .set(Paces.longer(pane.feed().intervalProperty().get()));
            return true;
        }
        if (isKey(event, "-", KeyCode.SUBTRACT, KeyCode.MINUS)) {
            pane.feed()
                    .intervalProperty()
                    .set(Paces.shorter(pane.feed().intervalProperty().get()));
            return true;
        }
        return false;
    }

    private static boolean isKey(KeyEvent event, String text, KeyCode one, KeyCode other) {
        return event.getText().equals(text) || event.getCode() == one || event.getCode() == other;
    }

    private boolean commanded(KeyEvent event) {
        for (Command command : deeds.commands()) {
            String key = command.key();
            boolean pressed = key.equalsIgnoreCase(event.getCode().getName())
                    || key.equals(event.getCode().getChar());
            if (pressed && command.possible().get()) {
                command.run().run();
                return true;
            }
        }
        return false;
    }
}
