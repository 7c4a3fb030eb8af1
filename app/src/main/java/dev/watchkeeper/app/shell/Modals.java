package dev.watchkeeper.app.shell;

import atlantafx.base.controls.ModalPane;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Dialogs over the window, one above the other. Lives on the FX thread. */
public final class Modals {
    private record Open(
            Node dialog, Runnable onClose, @Nullable Node focusBefore) {}

    private final ModalPane layer = new ModalPane();
    private final Deque<Open> open = new ArrayDeque<>();

    public Modals() {
        layer.setInTransitionFactory(null);
        layer.setOutTransitionFactory(null);
        layer.displayProperty().addListener((property, before, now) -> {
            if (!now) {
                closed();
            }
        });
    }

    /** The layer that the window puts over everything. */
    Node layer() {
        return layer;
    }

    /** Whether a dialog is open: then the keys belong to it. */
    public boolean isOpen() {
        return !open.isEmpty();
    }

    /**
     * Opens it; whatever is open stays below.
     *
     * @param dialog as large as it wants to be
     * @param onClose called when it goes, also by Escape
     */
    public void open(Region dialog, Runnable onClose) {
        Node focus = layer.getScene() == null ? null : layer.getScene().getFocusOwner();
        dialog.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        open.push(new Open(dialog, onClose, focus));
        layer.show(dialog);
    }

    /** Closes the topmost one. */
    public void close() {
        if (isOpen()) {
            layer.hide();
        }
    }

    private void closed() {
        if (!isOpen()) {
            return;
        }
        Open gone = open.pop();
        Open below = open.peek();
        if (below != null) {
            layer.show(below.dialog());
        } else {
            layer.setContent(null);
        }
        if (below == null && gone.focusBefore() != null) {
            gone.focusBefore().requestFocus();
        }
        gone.onClose().run();
    }
}
