package dev.watchkeeper.app.controls.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.robot.WindowExtension;
import dev.watchkeeper.app.shell.Theme;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.plans.advice.Advice;
import dev.watchkeeper.postgres.plans.advice.Rule;
import dev.watchkeeper.postgres.plans.tree.Plan;
import dev.watchkeeper.postgres.plans.tree.PlanComparison;
import dev.watchkeeper.postgres.plans.tree.PlanReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A plan in a card, by keyboard. */
@ExtendWith(WindowExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
final class PlanCardTest {
    private static final String PLAN = """
            [{"Plan": {"Node Type": "Sort", "Sort Key": ["k"], "Actual Total Time": %s, "Actual Rows": 1, "Actual Loops": 1,
              "Plans": [{"Node Type": "%s Scan", "Relation Name": "orders", "Schema": "public", "Alias": "orders", %s
                "Actual Total Time": %s, "Actual Rows": 1, "Actual Loops": 1}]}, "Execution Time": %s}]""";

    private final List<PlanDialog> opened = new ArrayList<>();
    private final List<Advice> tried = new ArrayList<>();
    private PlanCard card;

    @Start
    void start(Stage stage) {
        card = new PlanCard();
        card.onOpen(opened::add);
        card.onTry(tried::add);
        Scene scene = new Scene(card, 400, 600);
        new Theme(Theme.Choice.LIGHT).dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void isFoldedAndOpenedByKeyboard(FxRobot robot) throws FaultException {
        Plan plan = PlanReader.read(PLAN.formatted("10", "Seq", "", "9.5", "10"));
        robot.interact(() -> card.show(plan, List.of(), List.of()));
        TreeTableView<?> tree = robot.lookup(".plan-tree").queryAs(TreeTableView.class);
        assertThat(texts(robot)).contains("Seq Scan", "on orders", "95 %", "by k");
        robot.interact(() -> {
            tree.requestFocus();
            tree.getSelectionModel().select(0);
        });
        robot.type(KeyCode.LEFT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(tree.getExpandedItemCount()).isEqualTo(1);
        robot.type(KeyCode.RIGHT);
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(tree.getExpandedItemCount()).isEqualTo(2);
        assertThat(opened).hasSize(1);
    }

    @Test
    void saysWhatChangedAndWhatToTry(FxRobot robot) throws FaultException {
        Plan a = PlanReader.read(PLAN.formatted("2", "Index", "\"Index Name\": \"orders_k\",", "1", "2"));
        Plan b = PlanReader.read(PLAN.formatted("10", "Seq", "", "9.5", "10"));
        Advice advice = new Advice(
                1, Rule.READS_MANY_KEEPS_FEW, true, "Reads many.", "Too many.", Optional.of("CREATE INDEX i;"));
        robot.interact(() -> card.show(
                PlanComparison.of(a, b, Set.of("orders_k")), "A", "B", List.of(advice), List.of("A remark.")));
        assertThat(texts(robot))
                .contains("A index scan", "B seq scan", "Reads many.", "A remark.")
                .anyMatch(text -> text.contains("orders_k does not exist any more") && text.contains("Too many."));
        robot.clickOn("Create…");
        assertThat(tried).containsExactly(advice);

        robot.interact(() -> card.showNothing("No plan", "It is a utility statement."));
        assertThat(texts(robot)).contains("It is a utility statement.").doesNotContain("Reads many.");
    }

    private static List<String> texts(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup((Node node) -> node instanceof Labeled && shows(node)).queryAll().stream()
                .map(node -> ((Labeled) node).getText())
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean shows(Node node) {
        return node.isVisible() && (node.getParent() == null || shows(node.getParent()));
    }
}
