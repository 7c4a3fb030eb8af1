package dev.watchkeeper.app.controls.plan;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.postgres.plans.advice.Advice;
import dev.watchkeeper.postgres.plans.advice.Rule;
import dev.watchkeeper.postgres.plans.tree.PlanChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Advice as boxes; what changed from an earlier plan stands in the box of the same node, else in one of its own. */
final class AdviceList {
    private AdviceList() {}

    /**
     * The boxes, the grave first.
     *
     * @param changes from the earlier plan to this one
     * @param act what is done with an advice's statement; empty if it can only be copied
     */
    static List<Node> of(List<Advice> advice, List<PlanChange> changes, Optional<Consumer<Advice>> act) {
        List<Node> boxes = new ArrayList<>();
        for (Advice one : advice) {
            String before = changes.stream()
                    .filter(change -> tells(change) && change.nodeB() == one.node())
                    .findFirst()
                    .map(change -> change.headline() + " " + change.text() + " ")
                    .orElse("");
            boxes.add(new AdviceBox(
                    one.headline(),
                    (before + one.text()).replace("  ", " ").strip(),
                    one.grave() ? Tone.RED : Tone.AMBER,
                    one.statement(),
                    act.map(deed -> new AdviceBox.Act(word(one), () -> deed.accept(one)))));
        }
        changes.stream()
                .filter(change -> tells(change) && advice.stream().noneMatch(one -> one.node() == change.nodeB()))
                .forEach(change -> boxes.add(new AdviceBox(
                        change.headline(),
                        change.text(),
                        change.worse() ? Tone.AMBER : Tone.NEUTRAL,
                        Optional.empty(),
                        Optional.empty())));
        return boxes;
    }

    /** Changed weights are told in the larger view. */
    private static boolean tells(PlanChange change) {
        return change.kind() == PlanChange.Kind.ACCESS || change.kind() == PlanChange.Kind.JOIN;
    }

    private static String word(Advice advice) {
        return advice.rule() == Rule.READS_MANY_KEEPS_FEW ? "Create…" : "Run…";
    }
}
