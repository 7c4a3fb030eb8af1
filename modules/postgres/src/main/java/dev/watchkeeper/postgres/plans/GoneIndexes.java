package dev.watchkeeper.postgres.plans;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.plans.tree.Plan;
import dev.watchkeeper.postgres.plans.tree.PlanNode;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashSet;
import java.util.Set;

/** Indexes that a plan used and that don't exist any more. */
public final class GoneIndexes {
    private static final SqlFile GONE = SqlFile.of(GoneIndexes.class, "gone_indexes");

    private GoneIndexes() {}

    /** By name; an index of the same name in any schema counts as there, for a plan does not always tell the schema. */
    public static Set<String> of(PostgresServer server, Plan plan) throws FaultException {
        Object[] names = plan.nodes().stream()
                .map(PlanNode::index)
                .flatMap(name -> name.stream())
                .distinct()
                .toArray();
        return server.probe(connected -> {
            Set<String> gone = new HashSet<>();
            try (PreparedStatement statement = connected.prepare(GONE)) {
                statement.setArray(1, connected.jdbc().createArrayOf("text", names));
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        gone.add(result.getString("name"));
                    }
                }
            }
            return gone;
        });
    }
}
