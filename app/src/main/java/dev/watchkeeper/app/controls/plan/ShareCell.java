package dev.watchkeeper.app.controls.plan;

import dev.watchkeeper.postgres.plans.tree.PlanNode;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;

/** A node's share as a bar. */
final class ShareCell extends TreeTableCell<PlanNode, PlanNode> {
    private final ObservableValue<@Nullable ShownPlan> plan;
    private final ShareBar bar = new ShareBar();

    ShareCell(ObservableValue<@Nullable ShownPlan> plan) {
        this.plan = plan;
    }

    @Override
    protected void updateItem(@Nullable PlanNode node, boolean empty) {
        super.updateItem(node, empty);
        ShownPlan shown = plan.getValue();
        if (empty || node == null || shown == null) {
            setGraphic(null);
            return;
        }
        bar.show(shown.loads().share(node), shown.tone(node));
        setGraphic(bar);
    }
}
