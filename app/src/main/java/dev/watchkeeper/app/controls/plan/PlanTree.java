package dev.watchkeeper.app.controls.plan;

import dev.watchkeeper.postgres.plans.tree.PlanNode;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import org.jspecify.annotations.Nullable;

/** A plan's nodes, each below the one that it works for, to be folded. Lives on the FX thread. */
final class PlanTree {
    private static final double ROW = 28;

    private final TreeTableView<PlanNode> table = new TreeTableView<>();
    private final SimpleObjectProperty<@Nullable ShownPlan> plan = new SimpleObjectProperty<>();
    private Consumer<PlanNode> onSelect = node -> {};

    /** With names and shares only, as for a card. */
    static PlanTree small() {
        PlanTree tree = new PlanTree();
        tree.table.getStyleClass().add("headless");
        tree.table.getColumns().add(tree.bar());
        tree.table.getColumns().add(tree.figure("", 52, ShownPlan::share));
        return tree;
    }

    /** With all figures. */
    static PlanTree large() {
        PlanTree tree = new PlanTree();
        tree.table.getColumns().add(tree.bar());
        tree.table.getColumns().add(tree.figure("Share", 56, ShownPlan::share));
        tree.table.getColumns().add(tree.figure("Alone", 84, NodeWords::own));
        tree.table.getColumns().add(tree.figure("Rows", 84, (shown, node) -> NodeWords.found(node)));
        tree.table.getColumns().add(tree.figure("Expected", 84, (shown, node) -> NodeWords.expected(node)));
        tree.table.getColumns().add(tree.figure("Loops", 68, (shown, node) -> NodeWords.loops(node)));
        return tree;
    }

    private PlanTree() {
        table.getStyleClass().add("plan-tree");
        table.getStylesheets().add(css());
        table.setAccessibleText("Plan");
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setPlaceholder(new Label(""));
        TreeTableColumn<PlanNode, PlanNode> step = column("Step");
        step.setMinWidth(140);
        step.setPrefWidth(400);
        step.setCellFactory(column -> new StepCell(plan));
        table.getColumns().add(step);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) ->
                        Optional.ofNullable(now).map(TreeItem::getValue).ifPresent(node -> onSelect.accept(node)));
        table.expandedItemCountProperty().addListener((property, before, now) -> fitHeight());
    }

    static String css() {
        return Objects.requireNonNull(PlanTree.class.getResource("plan.css")).toExternalForm();
    }

    private TreeTableColumn<PlanNode, PlanNode> bar() {
        TreeTableColumn<PlanNode, PlanNode> column = column("");
        column.setMinWidth(72);
        column.setMaxWidth(92);
        column.setCellFactory(one -> new ShareCell(plan));
        return column;
    }

    private TreeTableColumn<PlanNode, PlanNode> figure(
            String title, double width, BiFunction<ShownPlan, PlanNode, String> text) {
        TreeTableColumn<PlanNode, PlanNode> column = column(title);
        column.getStyleClass().add("right");
        column.setMinWidth(width);
        column.setMaxWidth(width);
        column.setCellFactory(one -> new FigureCell(plan, text));
        return column;
    }

    private static TreeTableColumn<PlanNode, PlanNode> column(String title) {
        TreeTableColumn<PlanNode, PlanNode> column = new TreeTableColumn<>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        return column;
    }

    TreeTableView<PlanNode> node() {
        return table;
    }

    /** Called when a node is selected. */
    void onSelect(Consumer<PlanNode> listener) {
        onSelect = listener;
    }

    void show(ShownPlan shown) {
        plan.set(shown);
        table.setRoot(item(shown.plan().root()));
        table.refresh();
        fitHeight();
    }

    /** Selects the node and brings it into view. */
    void select(int id) {
        for (int row = 0; row < table.getExpandedItemCount(); row++) {
            if (table.getTreeItem(row).getValue().id() == id) {
                table.getSelectionModel().select(row);
                table.scrollTo(Math.max(0, row - 2));
                return;
            }
        }
    }

    private static TreeItem<PlanNode> item(PlanNode node) {
        TreeItem<PlanNode> item = new TreeItem<>(node);
        item.setExpanded(true);
        node.children().forEach(child -> item.getChildren().add(item(child)));
        return item;
    }

    /** A small tree is as high as its rows. */
    private void fitHeight() {
        if (table.getStyleClass().contains("headless")) {
            double height = ROW * Math.max(1, Math.min(14, table.getExpandedItemCount())) + 2;
            table.setMinHeight(Math.min(height, 4 * ROW));
            table.setPrefHeight(height);
            table.setMaxHeight(height);
        }
    }
}
