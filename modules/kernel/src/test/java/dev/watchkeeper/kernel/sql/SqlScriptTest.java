package dev.watchkeeper.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.sql.SqlStatement.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where statements end. */
class SqlScriptTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ';', $$;$$, $a$ ; $b$ ; $a$, \"a;b\", E'\\';', U&'\\003b;', e'a'\n'\\';' /* ; /* ; */ ; */ -- ;",
                "create function f() returns int begin atomic select case when true then case 1 when 1 then 2 end end; select 2; end",
                "create or replace procedure p(a int)\nBEGIN ATOMIC\n insert into t values (a); update t set a = 1;\nEND",
                "create rule r as on insert to t do also (insert into u values (1); insert into v values (2))",
                "/*+ SeqScan(t) */ select 1",
                "select $1::text, a$b$, 1$$;$$"
            })
    void isOne(String statement) {
        assertThat(texts(statement + "\n;\nselect 2")).hasSize(2).last().isEqualTo("select 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin; select 1",
                "create function begin_atomic() returns int language sql return 1; end",
                "create table a (b int; select (1",
                "insert into t values (1); create procedure"
            })
    void areTwo(String script) {
        assertThat(texts(script)).hasSize(2);
    }

    @Test
    void leavesOutWhatIsEmpty() {
        assertThat(texts(" ;; -- nothing\n ; /* ; */ select 1 ; ;\n-- end")).containsExactly("select 1");
    }

    @Test
    void knowsWhereEachStands() {
        SqlStatement second = SqlScript.of("-- über\nselect 1;\n\n  select\n 2 -- two\n ; ")
                .statements()
                .get(1);
        assertThat(second).isEqualTo(new SqlStatement(Kind.SQL, "select\n 2", 21, 30, 40, 4));
    }

    @Test
    void readsBackslashesAsTheSessionDoes() {
        assertThat(SqlScript.of("select '\\'; select 2 --'", true).statements()).hasSize(2);
        assertThat(SqlScript.of("select '\\'; select 2 --'", false).statements())
                .hasSize(1);
    }

    @Test
    void tellsPsqlsCommands() {
        List<SqlStatement> found = SqlScript.of("\\set x 'it''s;\nselect 1 \\gset\n\\d orders; \\dt\nselect 2")
                .statements();
        assertThat(found.stream().map(SqlStatement::kind))
                .containsExactly(
                        Kind.META_COMMAND, Kind.SQL, Kind.META_COMMAND, Kind.META_COMMAND, Kind.META_COMMAND, Kind.SQL);
        assertThat(found.get(5))
                .extracting(SqlStatement::text, SqlStatement::line)
                .containsExactly("select 2", 4);
        assertThat(MetaCommand.of(found.get(3).text())).isEqualTo(new MetaCommand("\\d", "orders"));
    }

    @Test
    void takesDataThatFollowForNoStatements() {
        List<SqlStatement> found = SqlScript.of(
                        "copy t (a) from stdin with (format csv);\nselect 'x;\n1;2\n\\.\nselect 3;\ncopy u from stdin")
                .statements();
        assertThat(found.stream().map(SqlStatement::kind)).containsExactly(Kind.COPY_DATA, Kind.SQL, Kind.COPY_DATA);
        assertThat(found.get(1).text()).isEqualTo("select 3");
    }

    @Test
    void findsTheStatementAtTheCaret() {
        String text = "select 1; select 2;\n\nselect 3";
        SqlScript script = SqlScript.of(text);
        assertThat(List.of(0, 8, 9, 10, 19, 20, 21, text.length()).stream()
                        .map(caret -> script.at(caret).orElseThrow().text()))
                .containsExactly(
                        "select 1", "select 1", "select 1", "select 2", "select 2", "select 3", "select 3", "select 3");
        assertThat(SqlScript.of("-- nothing").at(3)).isEmpty();
    }

    @Test
    void runsWhatIsMarked() {
        String text = "select 1;\nselect 2 from t; select 3";
        SqlStatement marked = SqlScript.of(text).selected(10, 18).getFirst();
        assertThat(marked).isEqualTo(new SqlStatement(Kind.SQL, "select 2", 10, 18, 18, 2));
    }

    @Test
    void cutsAMegabyteOfQuotesAndCommandsAtOnce() {
        String text = "\\echo it's\nselect 'a;b' /* ; */;\n".repeat(30_000);
        assertThat(SqlScript.of(text).statements()).hasSize(60_000);
    }

    private static List<String> texts(String script) {
        return SqlScript.of(script).statements().stream()
                .map(SqlStatement::text)
                .toList();
    }
}
