package dev.watchkeeper.app.controls.graph;

import dev.watchkeeper.app.controls.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** One card on the screen. */
final class GraphCard extends Pane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass HOLLOW = PseudoClass.getPseudoClass("hollow");
    private static final PseudoClass ROOMY = PseudoClass.getPseudoClass("roomy");
    private static final String PARTS = " · ";
    private final Region farther = new Region();
    private final Region behind = new Region();
    private final Region dot = new Region();
    private final Label title = new Label();
    private final Region gap = new Region();
    private final Label role = new Label();
    private final HBox head = new HBox(dot, title, gap, role);
    private final List<Label> lines = new ArrayList<>();
    private final Label offer = new Label();
    private final VBox front = new VBox(head);
    private final Tooltip tooltip = new Tooltip();
    private Tone tone = Tone.NEUTRAL;
    private @Nullable GraphNode shown;

    GraphCard() {
        getStyleClass().add("graph-card");
        front.getStyleClass().addAll("front", tone.styleClass());
        farther.getStyleClass().add("behind");
        behind.getStyleClass().add("behind");
        head.getStyleClass().add("head");
        title.getStyleClass().add("title");
        role.getStyleClass().add("role");
        role.setMinWidth(0);
        HBox.setHgrow(gap, Priority.ALWAYS);
        offer.getStyleClass().add("offer");
        getChildren().addAll(farther, behind, front, offer);
        setAccessibleRole(AccessibleRole.BUTTON);
        tooltip.setShowDelay(Duration.millis(500));
        tooltip.setShowDuration(Duration.INDEFINITE);
        tooltip.setMaxWidth(420);
        tooltip.setWrapText(true);
        Tooltip.install(this, tooltip);
    }

    @Override
    protected void layoutChildren() {
        // the name comes first; a long one leaves a little for the role
        fitRole();
        title.setMinWidth(Math.min(title.prefWidth(-1), getWidth() * (role.isVisible() ? 0.6 : 0.8)));
        front.resizeRelocate(0, 0, getWidth(), getHeight());
        front.layout();
        behind.resizeRelocate(Placed.PILE / 2, Placed.PILE / 2, getWidth(), getHeight());
        farther.resizeRelocate(Placed.PILE, Placed.PILE, getWidth(), getHeight());
        offer.autosize();
        offer.relocate(getWidth() - offer.getWidth() - 8, getHeight() - offer.getHeight() - 6);
    }

    /** A role of two parts is told by its first alone where the name leaves no room for both: half a word tells nothing. */
    private void fitRole() {
        if (shown == null) {
            return;
        }
        String whole = shown.role();
        int end = whole.indexOf(PARTS);
        if (end > 0) {
            role.setText(whole);
            String text = fits() ? whole : whole.substring(0, end);
            role.setText(text);
        }
    }

    private boolean fits() {
        double taken = front.snappedLeftInset() + front.snappedRightInset() + head.prefWidth(-1);
        return taken <= getWidth() + 0.5;
    }

    void show(Placed placed, boolean selected) {
        resizeRelocate(placed.x(), placed.y(), placed.width(), placed.height());
        pseudoClassStateChanged(SELECTED, selected);
        GraphNode node = placed.node();
        if (node.equals(shown)) {
            return;
        }
        shown = node;
        title.setText(node.title());
        visible(role, !node.role().isEmpty());
        role.setText(node.role());
        visible(dot, node.mark() != Mark.NONE);
        dot.getStyleClass().setAll("dot", node.mark().styleClass());
        pseudoClassStateChanged(ROOMY, node.mark() != Mark.NONE);
        pseudoClassStateChanged(HOLLOW, node.mark() == Mark.UNKNOWN);
        showLines(node.lines());
        offer.setText(node.offer());
        visible(offer, !node.offer().isEmpty());
        tooltip.setText(node.story());
        setAccessibleText(node.story());
        farther.setVisible(node.stacked());
        behind.setVisible(node.stacked());
        if (node.tone() != tone) {
            node.tone().insteadOf(tone, front);
            tone = node.tone();
        }
    }

    private void showLines(List<String> texts) {
        while (lines.size() < texts.size()) {
            Label line = new Label();
            line.getStyleClass().add("subtitle");
            lines.add(line);
            front.getChildren().add(line);
        }
        for (int i = 0; i < lines.size(); i++) {
            visible(lines.get(i), i < texts.size());
            lines.get(i).setText(i < texts.size() ? texts.get(i) : "");
        }
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** Whether the person points at what the card offers. */
    boolean isOffer(Node at) {
        return offer.equals(at) || offer.equals(at.getParent());
    }

    @Nullable
    GraphNode node() {
        return shown;
    }
}
