package dev.watchkeeper.postgres.describe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.sql.MetaCommand;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Faulty;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands in the manner of psql answer. */
@ExtendWith(LabExtension.class)
class DescribeTest {
    private final SharedLabs labs;

    DescribeTest(SharedLabs labs) {
        this.labs = labs;
    }

    @ParameterizedTest
    @ValueSource(ints = {LabPlan.OLDEST, LabPlan.NEWEST})
    void tellsOfATable(int major) throws SQLException, FaultException {
        try (Client dba = Client.enter(labs.primary(major))) {
            dba.does("""
                    drop schema if exists "Odd one" cascade; create schema "Odd one"; set search_path = "Odd one";
                    create table "T" (id int generated always as identity primary key, "Name" text not null default 'x',
                                      twice int generated always as (3) stored, up int references "T", check (id > 0));
                    create view v as select id from "T";
                    create sequence s increment 5;
                    create type mood as enum ('sad', 'ok');
                    create procedure p(a int) language sql begin atomic select 1; end""");
            List<Description> found = ask(major, "\\d \"Odd one\".\"T\";");
            assertThat(found).hasSize(1);
            assertThat(found.getFirst().title()).isEqualTo("Table Odd one.T");
            assertThat(section(found, "Columns").rows())
                    .extracting(row -> row.subList(0, 4))
                    .contains(
                            List.of("id", "integer", "not null", "generated always as identity"),
                            List.of("Name", "text", "not null", "'x'::text"),
                            List.of("twice", "integer", "", "generated always as (3)"));
            assertThat(section(found, "Indexes").rows()).hasSize(1);
            assertThat(section(found, "Constraints").rows()).hasSize(3);
            assertThat(section(ask(major, "\\d \"Odd one\".v"), "Definition").text())
                    .contains("SELECT");
            assertThat(section(ask(major, "\\d \"Odd one\".s"), "Sequence").rows())
                    .contains(List.of("increment", "5"));
            assertThat(ask(major, "\\d \"Odd one\".*")).as("each relation").hasSizeGreaterThan(3);
            assertThat(section(ask(major, "\\dT \"Odd one\".*"), "").rows().getFirst())
                    .contains("enum", "sad, ok");
            assertThat(section(ask(major, "\\df+ \"Odd one\".p"), "Definition").text())
                    .contains("BEGIN ATOMIC");
            dba.does("drop schema \"Odd one\" cascade");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\d",
                "\\dt",
                "\\dt+ ord*",
                "\\di",
                "\\ds",
                "\\df pg_sleep",
                "\\du",
                "\\l",
                "\\dn",
                "\\dx",
                "\\dT int4",
                "\\d orders",
                "\\d pg_class",
                "\\dt pg_catalog.pg_cl?ss",
                "\\du app_*"
            })
    void knows(String command) throws FaultException {
        assertThat(ask(LabPlan.NEWEST, command))
                .allSatisfy(one -> assertThat(one.sections()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\d nowhere", "\\dt n.owhere", "\\df nothing'; drop"})
    void saysThatThereIsNothing(String command) {
        assertThat(Faulty.of(() -> ask(LabPlan.NEWEST, command)).kind()).isEqualTo(FaultKind.BAD_INPUT);
    }

    private List<Description> ask(int major, String command) throws FaultException {
        try (var server = Entrance.to(labs.primary(major)).open()) {
            return server.probe(Describe.of(MetaCommand.of(command)));
        }
    }

    private static Section section(List<Description> found, String title) {
        return found.getFirst().sections().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
