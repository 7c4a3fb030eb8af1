package dev.watchkeeper.app.controls.graph;

import dev.watchkeeper.app.controls.Tone;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** One card on the screen. */
final class GraphCard extends Pane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private final Region farther = new Region();
    private final Region behind = new Region();
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final VBox front = new VBox(title, subtitle);
    private final Tooltip tooltip = new Tooltip();
    private Tone tone = Tone.NEUTRAL;
    private @Nullable GraphNode shown;

    GraphCard() {
        getStyleClass().add("graph-card");
        front.getStyleClass().addAll("front", tone.styleClass());
        farther.getStyleClass().add("behind");
        behind.getStyleClass().add("behind");
        title.getStyleClass().add("title");
        subtitle.getStyleClass().add("subtitle");
        front.resizeRelocate(0, 0, Placed.WIDTH, Placed.HEIGHT);
        behind.resizeRelocate(Placed.PILE / 2, Placed.PILE / 2, Placed.WIDTH, Placed.HEIGHT);
        farther.resizeRelocate(Placed.PILE, Placed.PILE, Placed.WIDTH, Placed.HEIGHT);
        getChildren().addAll(farther, behind, front);
        setAccessibleRole(AccessibleRole.BUTTON);
        tooltip.setShowDelay(Duration.millis(500));
        tooltip.setShowDuration(Duration.INDEFINITE);
        tooltip.setMaxWidth(420);
        tooltip.setWrapText(true);
        Tooltip.install(this, tooltip);
    }

    @Override
    protected void layoutChildren() {
        front.resize(Placed.WIDTH, Placed.HEIGHT);
        front.layout();
    }

    void show(Placed placed, boolean selected) {
        relocate(placed.x(), placed.y());
        pseudoClassStateChanged(SELECTED, selected);
        GraphNode node = placed.node();
        if (node.equals(shown)) {
            return;
        }
        shown = node;
        title.setText(node.title());
        subtitle.setText(node.subtitle());
        tooltip.setText(node.story());
        setAccessibleText(node.story());
        farther.setVisible(node.stacked());
        behind.setVisible(node.stacked());
        if (node.tone() != tone) {
            front.getStyleClass().remove(tone.styleClass());
            front.getStyleClass().add(node.tone().styleClass());
            tone = node.tone();
        }
    }

    @Nullable
    GraphNode node() {
        return shown;
    }
}
