package dev.watchkeeper.app.controls.plan;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.postgres.plans.Explained;
import dev.watchkeeper.postgres.plans.advice.Advice;
import dev.watchkeeper.postgres.plans.tree.NodeTitle;
import dev.watchkeeper.postgres.plans.tree.Plan;
import dev.watchkeeper.postgres.plans.tree.PlanChange;
import dev.watchkeeper.postgres.plans.tree.PlanComparison;
import dev.watchkeeper.postgres.plans.tree.PlanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A plan for the right of a pane: its nodes with their shares, what is wrong, and the statement to try. Knows no server.
 * Lives on the FX thread.
 */
public final class PlanCard extends VBox {
    private final PlanTree tree = PlanTree.small();
    private final FlowPane badges = new FlowPane(6, 6);
    private final Label measure = new Label();
    private final VBox boxes = new VBox(10);
    private final FlowPane buttons = new FlowPane(8, 8);
    private final EmptyState nothing = new EmptyState("mdi2f-file-tree-outline", Tone.NEUTRAL, "", "");
    private final ScrollPane scroll;
    private final Button larger;
    private Optional<Consumer<Advice>> onTry = Optional.empty();
    private Optional<Consumer<PlanDialog>> onOpen = Optional.empty();
    private Optional<PlanContent> shown = Optional.empty();

    @SuppressWarnings("this-escape") // only JavaFX's own lists are filled
    public PlanCard() {
        larger = Buttons.icon("mdi2a-arrow-expand", "All figures of the plan (Enter)", this::open);
        larger.setId("plan-larger");
        measure.getStyleClass().add("secondary");
        HBox right = new HBox(6, measure, larger);
        right.setAlignment(Pos.CENTER_RIGHT);
        VBox body = new VBox(badges, tree.node(), boxes, buttons);
        body.getStyleClass().addAll("card-body", "plan-body");
        scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plan-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(nothing, Priority.ALWAYS);
        Card card = Card.titled("Plan", right, scroll, nothing);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
        getStylesheets().add(PlanTree.css());
        setMinWidth(320);
        buttons.setMinHeight(Region.USE_PREF_SIZE);
        badges.setMinHeight(Region.USE_PREF_SIZE);
        tree.node().setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
                event.consume();
            }
        });
        showNothing("No plan yet", "Select a statement to see how the server carries it out.");
    }

    /** One plan, with all that is said about it. */
    public void show(Explained explained) {
        show(explained.plan(), explained.advice(), explained.remarks());
    }

    /**
     * One plan.
     *
     * @param remarks how it is to be read, in sentences
     */
    public void show(Plan plan, List<Advice> advice, List<String> remarks) {
        show(new PlanContent(ShownPlan.of(plan, advice), Optional.empty(), "", "", remarks));
        badges.getChildren().setAll(plan.isMeasured() ? List.of() : List.of(new Badge("estimated", Tone.NEUTRAL)));
        visible(badges, !badges.getChildren().isEmpty());
    }

    /**
     * The later of two plans, and what changed.
     *
     * @param nameA of the earlier: {@code A}, {@code before}
     * @param nameB of the later: {@code B}, {@code since 13:34}
     * @param advice about the later
     */
    public void show(PlanComparison comparison, String nameA, String nameB, List<Advice> advice, List<String> remarks) {
        Set<Integer> changed = comparison.changes().stream()
                .filter(change -> change.kind() != PlanChange.Kind.WEIGHT)
                .map(PlanChange::nodeB)
                .collect(Collectors.toSet());
        ShownPlan later = ShownPlan.of(comparison.b(), advice).withChanged(changed);
        show(new PlanContent(later, Optional.of(comparison), nameA, nameB, remarks));
        badges.getChildren().setAll(badges(comparison, nameA, nameB));
        visible(badges, true);
    }

    private static List<Node> badges(PlanComparison comparison, String nameA, String nameB) {
        Optional<PlanChange> access = comparison.changes().stream()
                .filter(change -> change.kind() == PlanChange.Kind.ACCESS)
                .findFirst();
        if (access.isEmpty()) {
            return List.of(
                    new Badge(comparison.isSameShape() ? nameB + ": the same plan as " + nameA : nameB, Tone.NEUTRAL));
        }
        PlanNode before = comparison.a().nodes().get(access.get().nodeA());
        PlanNode now = comparison.b().nodes().get(access.get().nodeB());
        return List.of(
                new Badge(nameA + " " + lower(before), Tone.NEUTRAL),
                new Badge(nameB + " " + lower(now), access.get().worse() ? Tone.RED : Tone.GREEN));
    }

    private static String lower(PlanNode node) {
        return NodeTitle.doing(node).toLowerCase(Locale.ROOT);
    }

    private void show(PlanContent content) {
        shown = Optional.of(content);
        tree.show(content.plan());
        measure.setText(content.plan().measure());
        List<PlanChange> changes =
                content.comparison().map(PlanComparison::changes).orElse(List.of());
        List<Node> all = new ArrayList<>(AdviceList.of(content.plan().advice(), changes, onTry));
        content.remarks().forEach(remark -> all.add(quiet(remark)));
        boxes.getChildren().setAll(all);
        visible(boxes, !all.isEmpty());
        visible(scroll, true);
        visible(nothing, false);
        visible(larger, onOpen.isPresent());
        scroll.setVvalue(0);
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("secondary");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Why there is no plan, or that it is being asked for. */
    public void showNothing(String title, String text) {
        shown = Optional.empty();
        nothing.show(title, text);
        measure.setText("");
        visible(larger, false);
        visible(scroll, false);
        visible(nothing, true);
    }

    /** Buttons below the advice: {@code EXPLAIN (generic)}, {@code Run and measure…}. */
    public void setButtons(Node... nodes) {
        buttons.getChildren().setAll(nodes);
        visible(buttons, nodes.length > 0);
    }

    /** What is done with an advice's statement, after asking; without it, it can be copied only. */
    public void onTry(Consumer<Advice> deed) {
        onTry = Optional.of(deed);
    }

    /** Who opens the larger view; without it there is none. */
    public void onOpen(Consumer<PlanDialog> open) {
        onOpen = Optional.of(open);
    }

    private void open() {
        shown.ifPresent(content -> onOpen.ifPresent(open -> open.accept(new PlanDialog(content))));
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
