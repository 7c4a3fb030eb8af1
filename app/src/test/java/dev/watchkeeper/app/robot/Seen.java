package dev.watchkeeper.app.robot;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Window;

/** What somebody before the screen could read. */
final class Seen {
    private Seen() {}

    /** The visible texts of all windows, one a line; of who has the focus as well. */
    static String everything() {
        return OnFx.read(() -> {
            List<String> lines = new ArrayList<>();
            for (Window window : List.copyOf(Window.getWindows())) {
                lines.add("--- " + window.getClass().getSimpleName());
                gather(window.getScene().getRoot(), lines);
                lines.add("--- focus: " + window.getScene().getFocusOwner());
            }
            return String.join("\n", lines);
        });
    }

    private static void gather(Node node, List<String> lines) {
        if (!node.isVisible()) {
            return;
        }
        String text = switch (node) {
            case Labeled label -> label.getText();
            case TextInputControl field -> field.getText();
            case Text words -> words.getParent() instanceof Labeled ? "" : words.getText();
            default -> "";
        };
        if (text != null && !text.isBlank()) {
            lines.add(text + (node.isDisabled() ? " [disabled]" : "") + (node.isHover() ? " [pointer]" : ""));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, lines));
        }
    }
}
