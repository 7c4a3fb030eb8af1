package dev.watchkeeper.postgres.plans.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a filter an index could serve. */
class ClauseTest {
    @Test
    void conditionsOnColumns() {
        assertThat(Clause.of("(((o.state)::text = 'it''s AND'::text) AND (o.\"At\" > (now() - '1 day'::interval))"
                        + " AND (o.n = ANY ('{1,2}'::integer[])) AND (o.gone IS NULL))"))
                .containsExactly(
                        new Clause("state", "text", true),
                        new Clause("At", "", false),
                        new Clause("n", "", true),
                        new Clause("gone", "", true));
        assertThat(Clause.of("(o.a = (InitPlan 1).col1)")).containsExactly(new Clause("a", "", true));
        assertThat(Clause.of("((o.a = $0) AND (o.b = $2))")).hasSize(2);
    }

    @Test
    void whatAnIndexDoesNotServe() {
        for (String filter : List.of(
                "((o.a = 1) OR (o.b = 2))",
                "(o.a <> 1)",
                "(o.a = o.b)",
                "(o.a = (SubPlan 1))",
                "(lower(o.a) = 'x'::text)",
                "(o.a ~~ '%x'::text)",
                "((o.a)::double precision = random())",
                "(NOT o.done)",
                "(hashed SubPlan 1)")) {
            assertThat(Clause.of(filter)).as(filter).isEmpty();
        }
    }
}
