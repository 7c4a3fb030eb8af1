package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LabExtension.class)
final class QueryTest {
    @TempDir
    Path home;

    private final PostgresServer server;

    QueryTest(SharedLabs labs) {
        this.server = labs.primary();
    }

    @BeforeEach
    void table() throws SQLException {
        server.execute("""
                drop table if exists query_t, query_u;
                create table query_t (a int, "B" text, c boolean, d numeric, e jsonb, f timestamptz, g bytea, h text[]);
                insert into query_t values
                    (1, 'it''s "odd", \\ and |' || chr(10) || 'so on', true, 'NaN', '{"k": [1, null]}', 'infinity', '\\x00ff', '{a,NULL}'),
                    (2, '', false, -1.50, 'null', null, '', '{}'), (3, null, null, null, null, null, null, null);
                create table query_u (like query_t)""");
    }

    @Test
    void rowsGoOutAndEverythingElseBeside() {
        Typed typed = query(
                "-c",
                "do $$ begin raise notice 'hello'; end $$; select a, \"B\" from query_t where a > :low",
                "--yes",
                "--param",
                "low=1");
        assertThat(typed.exit()).isEqualTo(Exit.DONE);
        assertThat(typed.lines()).containsExactly("a  B", "2", "3  (null)");
        assertThat(typed.err()).contains("NOTICE:  hello", "DO", "SELECT 2");
    }

    @Test
    void insertsComeBackAsTheyWere() throws IOException {
        Typed inserts = query("-c", "table query_t", "--format", "insert", "--table", "query_u");
        Path file = Files.writeString(home.resolve("inserts.sql"), inserts.out());
        assertThat(query("-f", file.toString(), "--yes").exit()).isEqualTo(Exit.DONE);
        assertThat(query(
                                "-c",
                                "(table query_t except table query_u) union all (table query_u except table query_t)",
                                "--format",
                                "csv")
                        .lines())
                .hasSize(1);
    }

    @Test
    void writesJsonAndCsvOfEveryValue() {
        String sql = "select * from query_t where a < 3 order by a";
        assertThat(query("-c", sql, "--format", "jsonl").lines().getFirst())
                .isEqualTo("{\"a\":1,\"B\":\"it's \\\"odd\\\", \\\\ and |\\nso on\",\"c\":true,\"d\":\"NaN\","
                        + "\"e\":{\"k\": [1, null]},\"f\":\"infinity\",\"g\":\"\\\\x00ff\",\"h\":\"{a,NULL}\"}");
        assertThat(query("-c", sql, "--format", "csv").out())
                .contains("2,\"\",f,-1.50,null,,\\x,{}\r\n")
                .contains("\"it's \"\"odd\"\", \\ and |\nso on\"");
        assertThat(query("-c", sql, "--format", "markdown", "--limit", "1").lines())
                .hasSize(3);
    }

    @Test
    void whatChangesIsShownAndAskedFor() throws IOException {
        String[] delete = {"-c", "delete from query_t where a = 1"};
        Typed dry = query("-c", "delete from query_t where a = 1", "--dry-run");
        assertThat(dry.err()).contains("deletes 1 row", "nothing was done");
        assertThat(query(delete).exit()).isEqualTo(Exit.BAD_ARGUMENTS);
        assertThat(count()).isEqualTo("3");
        Typed yes = Typed.at(home).answering("y").run("query", "--on", server.uri(), delete[0], delete[1]);
        assertThat(yes.exit()).isEqualTo(Exit.DONE);
        assertThat(count()).isEqualTo("2");
        assertThat(Typed.at(home).run("audit", "--format", "json").out()).contains("delete from query_t", "\"done\"");
    }

    @Test
    void allOrNothing() {
        String script = "insert into query_t (a) values (10); insert into query_t (a) values ('x')";
        Typed typed = query("-c", script, "--yes", "--single-transaction");
        assertThat(typed.exit()).isEqualTo(Exit.FAILED);
        assertThat(typed.err())
                .contains("line 1, column 70")
                .contains("It was statement 2 of 2, in line 1; what was done before it is rolled back");
        assertThat(count()).isEqualTo("3");
        assertThat(query("-c", "insert into query_t (a) values (10), (11)", "--yes", "--single-transaction")
                        .exit())
                .isEqualTo(Exit.DONE);
        assertThat(count()).isEqualTo("5");
        Typed open = query("-c", "begin; delete from query_t", "--yes");
        assertThat(open.exit()).isEqualTo(Exit.FAILED);
        assertThat(open.err()).contains("rolled back");
        assertThat(count()).isEqualTo("5");
    }

    @Test
    void whatSeemsToReadCannotWriteUnlessItMay() throws SQLException {
        server.execute("create or replace function query_f() returns int language plpgsql as"
                + " $$ begin execute 'insert into query_t (a) values (99)'; return 1; end $$");
        Typed refused = query("-c", "select query_f()");
        assertThat(refused.exit()).isEqualTo(Exit.FAILED);
        assertThat(refused.err()).contains("read-only");
        assertThat(count()).isEqualTo("3");
        assertThat(query("-c", "select query_f()", "--write").exit()).isEqualTo(Exit.DONE);
        assertThat(count()).isEqualTo("4");
        server.execute("drop function query_f()");
    }

    @Test
    void errorsPointToTheirPlace() {
        Typed typed = query("-c", "select 1;\nselect 'ü' || frm");
        assertThat(typed.exit()).isEqualTo(Exit.FAILED);
        assertThat(typed.err().lines().toList())
                .containsSubsequence(
                        "watchkeeper: line 2, column 15: column \"frm\" does not exist",
                        "  select 'ü' || frm",
                        "                ^");
        Typed several = query("-c", "select 1;\nselect 2/0;\nselect 3", "--format", "csv");
        assertThat(several.exit()).isEqualTo(Exit.FAILED);
        assertThat(several.err())
                .contains("division by zero\n  It was statement 2 of 3, in line 2; the one behind it was not run");
        assertThat(several.lines()).as("what came before is there").containsExactly("?column?", "1");
        assertThat(query("-c", "select :x").exit()).isEqualTo(Exit.BAD_ARGUMENTS);
        assertThat(query("-c", "\\copy x from 'y'").err()).contains("psql");
        assertThat(query().err()).contains("Give -c SQL");
    }

    @Test
    void filesAreReadAsPeopleKeepThem() throws IOException {
        Path windows = Files.writeString(home.resolve("windows.sql"), "\ufeffselect 'a\r\nb' as t;\r\n");
        assertThat(query("-f", windows.toString(), "--format", "csv").out()).isEqualTo("t\r\n\"a\nb\"\r\n");
        Path latin = Files.write(home.resolve("latin.sql"), new byte[] {(byte) 0xE4});
        assertThat(query("-f", latin.toString()).err()).contains("latin.sql can't be read: it is not in UTF-8");
        assertThat(query("-f", home.toString()).err()).contains("it is a folder");
        Typed missing = query("-f", home.resolve("none.sql").toString());
        assertThat(missing.exit()).isEqualTo(Exit.BAD_ARGUMENTS);
        assertThat(missing.err()).contains("there is no file").doesNotContain("Exception");
    }

    @Test
    void describesThings() {
        Typed typed = query("-c", "\\d orders; \\dn");
        assertThat(typed.exit()).isEqualTo(Exit.DONE);
        assertThat(typed.out()).contains("Table public.orders", "Columns", "Indexes", "Schemas");
        assertThat(query("-c", "\\d nowhere").exit()).isEqualTo(Exit.BAD_ARGUMENTS);
    }

    private String count() {
        return query("-c", "select count(*) from query_t", "--format", "csv")
                .lines()
                .getLast();
    }

    private Typed query(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "query";
        all[1] = "--on";
        all[2] = server.uri();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Typed.at(home).run(all);
    }
}
