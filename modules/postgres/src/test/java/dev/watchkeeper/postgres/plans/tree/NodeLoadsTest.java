package dev.watchkeeper.postgres.plans.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Who takes the time, worked out by hand. */
class NodeLoadsTest {
    private static final Offset<Double> EXACTLY = Offset.offset(0.001);

    @Test
    void aParallelPartIsDividedByItsProcesses() throws FaultException {
        Plan plan = PlanReader.read("""
                [{"Plan": {"Node Type": "Gather", "Actual Total Time": 110, "Actual Loops": 1, "Plans": [
                   {"Node Type": "Nested Loop", "Actual Total Time": 100, "Actual Loops": 4, "Plans": [
                     {"Node Type": "Seq Scan", "Actual Total Time": 20, "Actual Loops": 4},
                     {"Node Type": "Index Scan", "Actual Total Time": 0.5, "Actual Loops": 400}]}]}}]""");

        NodeLoads loads = NodeLoads.of(plan);

        // 400 loops of 0.5 ms by four processes: 50 ms each
        assertThat(loads.own()).containsExactly(10.0, 30.0, 20.0, 50.0);
        assertThat(loads.total()).isCloseTo(110, EXACTLY);
        assertThat(loads.share(plan.nodes().get(3))).isCloseTo(50.0 / 110, EXACTLY);
    }

    @Test
    void aPlanOfItsOwnCountsWhereItsValueIsFirstWanted() throws FaultException {
        for (String[] names :
                new String[][] {{"InitPlan 1 (returns $0)", "(a = $0)"}, {"InitPlan 1", "(a = (InitPlan 1).col1)"}}) {
            Plan plan = PlanReader.read("""
                    [{"Plan": {"Node Type": "Sort", "Actual Total Time": 100, "Actual Loops": 1, "Plans": [
                       {"Node Type": "Aggregate", "Parent Relationship": "InitPlan", "Subplan Name": "%s",
                        "Actual Total Time": 60, "Actual Loops": 1},
                       {"Node Type": "Seq Scan", "Filter": "%s", "Actual Total Time": 90, "Actual Loops": 1}]}}]""".formatted(names[0], names[1]));

            assertThat(NodeLoads.of(plan).own()).as(names[0]).containsExactly(10.0, 60.0, 30.0);
        }
    }

    @Test
    void aCteCountsOnceHoweverManyReadIt() throws FaultException {
        Plan plan = PlanReader.read("""
                [{"Plan": {"Node Type": "Hash Join", "Actual Total Time": 100, "Actual Loops": 1, "Plans": [
                   {"Node Type": "Seq Scan", "Parent Relationship": "InitPlan", "Subplan Name": "CTE x",
                    "Actual Total Time": 50, "Actual Loops": 1},
                   {"Node Type": "CTE Scan", "CTE Name": "x", "Actual Total Time": 30, "Actual Loops": 1},
                   {"Node Type": "CTE Scan", "CTE Name": "x", "Actual Total Time": 40, "Actual Loops": 1}]}}]""");

        NodeLoads loads = NodeLoads.of(plan);

        assertThat(loads.own()).containsExactly(30.0, 50.0, 0.0, 20.0);
        assertThat(loads.total()).isCloseTo(100, EXACTLY);
    }

    @Test
    void aSubqueryForEachRowCountsItsLoops() throws FaultException {
        Plan plan = PlanReader.read("""
                {"Plan": {"Node Type": "Seq Scan", "Actual Total Time": 100, "Actual Loops": 1, "Plans": [
                   {"Node Type": "Index Scan", "Parent Relationship": "SubPlan", "Subplan Name": "SubPlan 1",
                    "Actual Total Time": 0.25, "Actual Loops": 300},
                   {"Node Type": "Seq Scan", "Actual Total Time": 0, "Actual Loops": 0}]}}""");

        assertThat(NodeLoads.of(plan).own()).containsExactly(25.0, 75.0, 0.0);
        assertThat(PlanText.of(plan)).contains("(never executed)");
    }

    @Test
    void aLimitLeavesLittleOfWhatIsBelowIt() throws FaultException {
        Plan plan = PlanReader.read("""
                [{"Plan": {"Node Type": "Limit", "Total Cost": 10, "Plan Rows": 5, "Plans": [
                   {"Node Type": "Nested Loop", "Total Cost": 1000, "Plan Rows": 500, "Plans": [
                     {"Node Type": "Seq Scan", "Total Cost": 100, "Plan Rows": 90, "Parent Relationship": "Outer"},
                     {"Node Type": "Index Scan", "Total Cost": 10, "Plan Rows": 5, "Parent Relationship": "Inner"}]}]}}]""");

        NodeLoads loads = NodeLoads.of(plan);

        assertThat(loads.timed()).isFalse();
        assertThat(loads.own()).isEqualTo(List.of(0.0, 0.0, 1.0, 9.0));
    }
}
