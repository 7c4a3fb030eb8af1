package dev.watchkeeper.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.testing.Entrance;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proposed where. A bar marks the caret. */
@ExtendWith(LabExtension.class)
class CompletionTest {
    private static final Catalog SMALL = new Catalog(
            List.of("public"),
            List.of(
                    table("public", "orders", "id", "customer_id", "state"),
                    table("public", "customers", "id", "Name"),
                    table("audit", "log", "at", "what"),
                    table("pg_catalog", "pg_class", "oid", "relname")),
            List.of(
                    new CatalogFunction("pg_catalog", "date_trunc", "text, timestamptz", "timestamptz", false),
                    new CatalogFunction("public", "close_order", "id integer", "", true)),
            Map.of(
                    NameKind.ROLE, List.of("app_ro", "app_rw"),
                    NameKind.SETTING, List.of("work_mem", "wal_level"),
                    NameKind.TYPE, List.of("text", "tsrange"),
                    NameKind.SCHEMA, List.of("audit", "public")),
            false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "select * from ord| > orders",
                "select * from orders o, cu| > customers",
                "select 1; select * from ord|; select 2 > orders",
                "select o.| from orders o > customer_id id state",
                "select o.cu| from public.orders as o > customer_id",
                "select cust| from orders > customer_id",
                "select * from customers where customers.| > \"Name\" id",
                "select * from audit.| > log",
                "select * from lo| > audit.log",
                "select audit.log.wh| from audit.log > what",
                "select * from orders o join customers c on c.id = o.cu| > customer_id",
                "update orders set st| > state",
                "delete from orders where st| > state",
                "insert into orders (st| > state",
                "with recent as (select * from orders) select * from rec| > recent",
                "select date_t| > date_trunc(",
                "call clo| > close_order(",
                "alter table orders owner to app_rw| > app_rw",
                "set work| > work_mem",
                "show wal| > wal_level",
                "select x::ts| > tsrange",
                "sel| > select",
                "\\d ord| > orders",
                "select 'from ord| > ``",
                "select 1 -- from ord| > ``",
                "select '' from \"ord| > orders",
                "create index on ord| > orders"
            })
    void proposes(String typed, String expected) {
        int caret = typed.indexOf('|');
        Completions found = Completion.at(typed.replace("|", ""), caret, SMALL);
        List<String> all = found.proposals().stream().map(Proposal::insert).toList();
        List<String> wanted = expected.isEmpty() ? List.of() : Arrays.asList(expected.split(" "));
        assertThat(all.stream().limit(wanted.size()).toList()).isEqualTo(wanted);
        assertThat(wanted.isEmpty()).isEqualTo(all.isEmpty());
    }

    @Test
    void replacesOnlyTheWordBeingTyped() {
        Completions found = Completion.at("select o.cu from orders o", 11, SMALL);
        assertThat(List.of(found.from(), found.to())).containsExactly(9, 11);
    }

    @ParameterizedTest
    @CsvSource({"" + LabPlan.OLDEST, "" + LabPlan.NEWEST})
    void knowsARealCatalog(int major) throws FaultException {
        SharedLabs labs = this.labs;
        try (var server = Entrance.to(labs.primary(major)).open()) {
            Catalog catalog = server.probe(new CatalogReader());
            assertThat(catalog.searchPath()).contains("public");
            assertThat(catalog.relation("orders").orElseThrow().columns()).isNotEmpty();
            assertThat(catalog.relation("pg_stat_activity").orElseThrow().columns())
                    .contains(new CatalogColumn("pid", "integer"));
            assertThat(catalog.functions().stream().map(CatalogFunction::name))
                    .contains("date_trunc", "pg_terminate_backend", "count")
                    .doesNotContain("int4eq", "textin");
            assertThat(catalog.names(NameKind.SETTING)).contains("work_mem");
            assertThat(catalog.names(NameKind.ROLE)).contains("app_rw");
            assertThat(catalog.cut()).isFalse();
        }
    }

    private final SharedLabs labs;

    CompletionTest(SharedLabs labs) {
        this.labs = labs;
    }

    private static CatalogRelation table(String schema, String name, String... columns) {
        return new CatalogRelation(
                schema,
                name,
                RelationKind.TABLE,
                Arrays.stream(columns)
                        .map(column -> new CatalogColumn(column, "text"))
                        .toList(),
                "");
    }
}
