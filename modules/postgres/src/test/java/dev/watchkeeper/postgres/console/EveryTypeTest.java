package dev.watchkeeper.postgres.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Values of every kind come as the server itself turns them into text. */
@ExtendWith(LabExtension.class)
class EveryTypeTest {
    private static final String TYPES = """
            drop schema if exists types cascade; create schema types;
            create type types.mood as enum ('sad', 'null', 'Very "odd"');
            create type types.pair as (a int, b text);
            create domain types.positive as numeric check (value > 0 or value = 'NaN');
            create domain types.moods as types.mood[];
            create type types.spans as range (subtype = float8)
            """;

    private static final List<String> VALUES = List.of(
            "true",
            "1::int2",
            "'-9223372036854775808'::int8",
            "1.10::numeric(10,4)",
            "'NaN'::numeric",
            "'-Infinity'::numeric",
            "'Infinity'::float8",
            "0.1::float4",
            "1e300::float8",
            "'$1,234.50'::money",
            "'null'::text",
            "''::varchar(3)",
            "'ab'::char(5)",
            "'x'::\"char\"",
            "'a\tb\n\u2028\\ 😀'::text",
            "'name'::name",
            "'\\x00ff'::bytea",
            "'infinity'::date",
            "'0044-03-15 BC'::date",
            "'294276-12-31'::timestamp",
            "'-infinity'::timestamptz",
            "'24:00:00'::time",
            "'12:00:00.123456+05:30'::timetz",
            "'1 year 2 mons -3 days 04:05:06.789'::interval",
            "'{1,NULL,3}'::int[]",
            "'[-1:0][2:3]={{1,2},{3,4}}'::int[]",
            "array['null', null, 'a,b', '']::text[]",
            "array['infinity'::timestamptz]",
            "int4range(1, 5)",
            "'empty'::tstzrange",
            "tstzrange('-infinity', null, '[]')",
            "int4multirange(int4range(1,2), int4range(5,null))",
            "'{\"a\": [1, null]}'::json",
            "'{\"b\": 1.0, \"a\": null}'::jsonb",
            "'null'::jsonb",
            "'<a>x</a>'::xml",
            "'a''b'::tsvector",
            "'fat & !cat'::tsquery",
            "'1.2.3.0/24'::cidr",
            "'::1'::inet",
            "'08:00:2b:01:02:03:04:05'::macaddr8",
            "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid",
            "B'0101'",
            "'101'::varbit",
            "'(1,2)'::point",
            "'<(0,0),1>'::circle",
            "'[(0,0),(1,1)]'::path",
            "'16/B374D848'::pg_lsn",
            "'pg_class'::regclass",
            "'1:5:2,3'::pg_snapshot",
            "row(1, null, 'a \"b\"')",
            "row(2, 'x,y')::types.pair",
            "array[row(1,'a')::types.pair]",
            "'Very \"odd\"'::types.mood",
            "array['null']::types.moods",
            "'NaN'::types.positive",
            "'[1.5,)'::types.spans",
            "null::types.pair",
            "(1,null)::types.pair is null");

    private final SharedLabs labs;

    EveryTypeTest(SharedLabs labs) {
        this.labs = labs;
    }

    @Test
    void comesAsTheServerPrintsIt() throws SQLException, FaultException {
        try (Client dba = Client.enter(labs.primary());
                Consoles typed = Consoles.at(Entrance.to(labs.primary()))) {
            dba.does(TYPES);
            for (String value : VALUES) {
                // format() asks the type's own output function, as sending it does
                String printed = typed.value("select format('%s', " + value + ")");
                RowCursor rows = typed.run("select " + value + " as v, " + value + " is null and not " + "(" + value
                                + " is distinct from null) as nothing")
                        .rows()
                        .orElseThrow();
                Row row = rows.next(1).rows().getFirst();
                if (row.value(0) == null) {
                    assertThat(printed).as(value).isEmpty();
                } else {
                    assertThat(row.value(0)).as(value).isEqualTo(printed);
                }
            }
            dba.does("drop schema types cascade");
        }
    }

    @Test
    void knowsNumbersFromTexts() throws FaultException {
        try (Consoles typed = Consoles.at(Entrance.to(labs.primary()))) {
            List<Column> columns = typed.run(
                            "select 1, 1.5, 'NaN'::float8, true, '{}'::json, 'x', null, 1 as \"1\", array[1] from orders")
                    .rows()
                    .orElseThrow()
                    .columns();
            assertThat(columns.stream().map(Column::kind))
                    .containsExactly(
                            ValueKind.NUMBER,
                            ValueKind.NUMBER,
                            ValueKind.NUMBER,
                            ValueKind.BOOLEAN,
                            ValueKind.JSON,
                            ValueKind.TEXT,
                            ValueKind.TEXT,
                            ValueKind.NUMBER,
                            ValueKind.TEXT);
            assertThat(columns.getLast()).isEqualTo(new Column("array", "_int4", ValueKind.TEXT));
        }
    }
}
