package dev.watchkeeper.postgres.plans.advice;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.plans.tree.Plan;
import dev.watchkeeper.postgres.plans.tree.PlanNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the server knows of the tables in a plan.
 *
 * @param now by the server's clock
 * @param workMem bytes that one sort or hash may take
 * @param hashFactor {@code hash_mem_multiplier}
 * @param tables by schema and name
 */
public record PlanCatalog(Instant now, long workMem, double hashFactor, Map<List<String>, TableFacts> tables) {
    /** Nothing is known: advice needs figures of the plan alone. */
    public static final PlanCatalog NONE = new PlanCatalog(Instant.EPOCH, 4L << 20, 2, Map.of());

    public PlanCatalog {
        tables = Map.copyOf(tables);
    }

    /** Asks the server; of a plan with very many tables only the first. */
    public static PlanCatalog read(Connected connected, Plan plan) throws SQLException, FaultException {
        return new CatalogReader(connected).read(plan);
    }

    /** The table that a node reads. */
    public Optional<TableFacts> of(PlanNode node) {
        if (node.relation().isEmpty() || node.schema().isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                tables.get(List.of(node.schema().get(), node.relation().get())));
    }
}
