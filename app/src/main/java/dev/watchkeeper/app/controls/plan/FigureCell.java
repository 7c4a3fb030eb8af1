package dev.watchkeeper.app.controls.plan;

import dev.watchkeeper.postgres.plans.tree.PlanNode;
import java.util.function.BiFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;

/** A node's number, at the right. */
final class FigureCell extends TreeTableCell<PlanNode, PlanNode> {
    private final ObservableValue<@Nullable ShownPlan> plan;
    private final BiFunction<ShownPlan, PlanNode, String> text;

    FigureCell(ObservableValue<@Nullable ShownPlan> plan, BiFunction<ShownPlan, PlanNode, String> text) {
        this.plan = plan;
        this.text = text;
        getStyleClass().add("right");
    }

    @Override
    protected void updateItem(@Nullable PlanNode node, boolean empty) {
        super.updateItem(node, empty);
        ShownPlan shown = plan.getValue();
        getStyleClass().remove("strong");
        if (empty || node == null || shown == null) {
            setText("");
            return;
        }
        setText(text.apply(shown, node));
        if (shown.isHeavy(node)) {
            getStyleClass().add("strong");
        }
    }
}
