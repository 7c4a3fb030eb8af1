package dev.watchkeeper.app.controls.plan;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.plans.tree.NodeTitle;
import dev.watchkeeper.postgres.plans.tree.PlanNode;
import dev.watchkeeper.postgres.plans.tree.PlanText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All that is known of one node. Lives on the FX thread. */
final class NodePanel {
    private final VBox lines = new VBox(8);
    private final ScrollPane scroll = new ScrollPane(lines);

    NodePanel() {
        lines.getStyleClass().add("node-panel");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plan-scroll");
        scroll.setMinWidth(300);
        scroll.setPrefWidth(330);
    }

    Node node() {
        return scroll;
    }

    void show(ShownPlan plan, PlanNode node) {
        Label title = new Label(NodeTitle.of(node));
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        lines.getChildren().setAll(title);
        lines.getChildren()
                .addAll(AdviceList.of(
                        plan.advice().stream()
                                .filter(one -> one.node() == node.id())
                                .toList(),
                        List.of(),
                        Optional.empty()));
        fact("Alone", NodeWords.own(plan, node) + share(plan, node));
        fact("Rows", NodeWords.found(node) + ", expected " + NodeWords.expected(node));
        node.actual().ifPresent(actual -> fact("Loops", NodeWords.loops(node)));
        if (node.actual().filter(actual -> actual.timed() && actual.ran()).isPresent()) {
            fact(
                    "Each loop",
                    String.format(
                            Locale.ROOT,
                            "%.3f ms, first row after %.3f ms",
                            node.actual().get().totalMs(),
                            node.actual().get().startupMs()));
        }
        fact(
                "Cost",
                String.format(
                        Locale.ROOT,
                        "%,.2f, first row after %,.2f",
                        node.estimate().totalCost(),
                        node.estimate().startupCost()));
        fact("Width of a row", Sizes.bytes(node.estimate().width()));
        fact("Blocks, with what is below", NodeWords.blocks(node));
        PlanText.details(node).forEach(detail -> {
            int colon = detail.indexOf(": ");
            fact(detail.substring(0, colon), detail.substring(colon + 2));
        });
        scroll.setVvalue(0);
    }

    private static String share(ShownPlan plan, PlanNode node) {
        String share = plan.share(node);
        return share.isEmpty() ? "" : ", " + share + " of all";
    }

    private void fact(String name, String value) {
        Label above = new Label(name);
        above.getStyleClass().add("secondary");
        Label below = new Label(value);
        below.getStyleClass().add("node-value");
        below.setWrapText(true);
        below.setMinHeight(Region.USE_PREF_SIZE);
        lines.getChildren().add(new VBox(1, above, below));
    }
}
