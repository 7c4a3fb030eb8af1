package dev.watchkeeper.app.controls.plan;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.postgres.plans.tree.Plan;
import dev.watchkeeper.postgres.plans.tree.PlanNode;
import dev.watchkeeper.postgres.plans.tree.PlanText;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A plan with all its figures, as text, and beside an earlier one. Lives on the FX thread. */
public final class PlanDialog extends DialogBox {
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 540;

    private final PlanTree tree = PlanTree.large();
    private final NodePanel panel = new NodePanel();
    private final TabPane tabs = new TabPane();
    private final Button close;
    private Runnable onClose = () -> {};

    @SuppressWarnings("this-escape") // only JavaFX's own lists are filled
    PlanDialog(PlanContent content) {
        super("Plan", Optional.empty(), WIDTH);
        getStylesheets().add(PlanTree.css());
        Plan plan = content.plan().plan();
        String text = PlanText.of(plan);
        tabs.getTabs().add(tab("Tree", tree(content.plan())));
        tabs.getTabs().add(tab("Text", text(text)));
        content.comparison()
                .ifPresent(comparison -> tabs.getTabs()
                        .add(tab(content.nameA() + " and " + content.nameB(), new SideBySide(content, comparison))));
        tabs.getStyleClass().add("plan-tabs");
        tabs.setPrefHeight(HEIGHT);
        add(new Label(times(content.plan())), tabs);
        close = Buttons.withKey("Close", "Esc", () -> onClose.run());
        close.setCancelButton(true);
        addButtons(Buttons.plain("Copy as text", () -> Clip.copy(text)), close);
    }

    private static Tab tab(String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setClosable(false);
        return tab;
    }

    private Node tree(ShownPlan plan) {
        tree.onSelect(node -> panel.show(plan, node));
        tree.show(plan);
        HBox.setHgrow(tree.node(), Priority.ALWAYS);
        PlanNode heaviest = plan.loads().heaviest(plan.plan()).getFirst();
        tree.select(heaviest.id());
        return new HBox(12, tree.node(), panel.node());
    }

    private static TextArea text(String text) {
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.getStyleClass().add("plan-text");
        area.setAccessibleText("The plan as text");
        return area;
    }

    /** {@code planned in 0.2 ms, ran for 41.8 ms}. */
    private static String times(ShownPlan shown) {
        Plan plan = shown.plan();
        if (plan.executionMs().isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "Estimated, not run. Costs are in the planner's units: %,.0f in all.",
                    plan.root().estimate().totalCost());
        }
        return String.format(
                Locale.ROOT,
                "Planned in %.1f ms, ran for %,.1f ms.",
                plan.planningMs().orElse(0),
                plan.executionMs().getAsDouble());
    }

    /** What its button does. */
    public void onClose(Runnable action) {
        onClose = action;
    }

    /** Shows the two plans side by side, if there are two. */
    public void showComparison() {
        tabs.getSelectionModel().selectLast();
    }

    /** Puts the focus on the tree. */
    public void focus() {
        tree.node().requestFocus();
    }
}
