package dev.watchkeeper.app.controls.plan;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.postgres.plans.tree.NodeTitle;
import dev.watchkeeper.postgres.plans.tree.PlanNode;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** What a node does, and on what. */
final class StepCell extends TreeTableCell<PlanNode, PlanNode> {
    private final ObservableValue<@Nullable ShownPlan> plan;
    private final Label mark = new Label();
    private final Label does = new Label();
    private final Label more = new Label();
    private final HBox words = new HBox(5, mark, does, more);
    private final Tooltip whole = new Tooltip();

    StepCell(ObservableValue<@Nullable ShownPlan> plan) {
        this.plan = plan;
        getStyleClass().add("step-cell");
        does.getStyleClass().add("step");
        does.setMinWidth(USE_PREF_SIZE);
        more.getStyleClass().add("step-more");
        words.getStyleClass().add("step-words");
        words.setMinWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PlanNode node, boolean empty) {
        super.updateItem(node, empty);
        ShownPlan shown = plan.getValue();
        if (empty || node == null || shown == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        String prefix =
                node.facts().text("Subplan Name").map(name -> name + ": ").orElse("");
        does.setText(prefix + NodeTitle.doing(node));
        more.setText(NodeWords.more(node));
        Tone tone = shown.tone(node);
        boolean said = tone != Tone.ACCENT || shown.changed().contains(node.id());
        mark.setText(tone == Tone.RED ? "●" : tone == Tone.AMBER ? "▲" : "≠");
        mark.getStyleClass()
                .setAll("label", "step-mark", "toned", (said && tone == Tone.ACCENT ? Tone.VIOLET : tone).styleClass());
        mark.setVisible(said);
        mark.setManaged(said);
        whole.setText(NodeTitle.of(node));
        setTooltip(whole);
        setAccessibleText(does.getText() + " " + more.getText() + ", " + shown.share(node) + " " + shown.measure());
        setGraphic(words);
    }
}
