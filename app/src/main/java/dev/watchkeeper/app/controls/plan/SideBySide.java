package dev.watchkeeper.app.controls.plan;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.postgres.plans.tree.PlanChange;
import dev.watchkeeper.postgres.plans.tree.PlanComparison;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The earlier plan at the left, the later at the right, and below what changed; a click on that shows where. */
final class SideBySide extends VBox {
    private final PlanTree left = PlanTree.small();
    private final PlanTree right = PlanTree.small();

    SideBySide(PlanContent content, PlanComparison comparison) {
        super(12);
        ShownPlan earlier = ShownPlan.of(comparison.a(), List.of()).withChanged(changed(comparison, PlanChange::nodeA));
        left.show(earlier);
        right.show(content.plan());
        HBox plans = new HBox(16, half(content.nameA(), earlier, left), half(content.nameB(), content.plan(), right));
        VBox changes = new VBox(6);
        comparison.changes().forEach(change -> changes.getChildren().add(line(change)));
        if (comparison.changes().isEmpty()) {
            changes.getChildren().add(new Label("Nothing changed but figures."));
        }
        ScrollPane scroll = new ScrollPane(changes);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plan-scroll");
        scroll.setMinHeight(110);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(plans, scroll);
    }

    private static Set<Integer> changed(PlanComparison comparison, ToIntFunction<PlanChange> side) {
        return comparison.changes().stream()
                .filter(change -> change.kind() != PlanChange.Kind.WEIGHT)
                .map(side::applyAsInt)
                .collect(Collectors.toSet());
    }

    private static Node half(String name, ShownPlan plan, PlanTree tree) {
        Label title = new Label(name);
        title.getStyleClass().add("card-title");
        Label measure = new Label(plan.measure());
        measure.getStyleClass().add("secondary");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox half = new VBox(6, new HBox(8, title, gap, measure), tree.node());
        HBox.setHgrow(half, Priority.ALWAYS);
        half.setPrefWidth(480);
        return half;
    }

    private Node line(PlanChange change) {
        Label mark = new Label(change.worse() ? "▲" : "≠");
        mark.getStyleClass().addAll("toned", change.worse() ? Tone.RED.styleClass() : Tone.NEUTRAL.styleClass());
        Label words = new Label((change.headline() + " " + change.text()).strip());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, mark, words);
        line.getStyleClass().add("change-line");
        line.setAlignment(Pos.TOP_LEFT);
        line.setOnMouseClicked(event -> {
            left.select(change.nodeA());
            right.select(change.nodeB());
        });
        return line;
    }
}
