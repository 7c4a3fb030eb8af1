package dev.watchkeeper.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.sql.SqlToken.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlLexerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "STRING | 'it''s; -- not a comment'",
                "STRING | E'back\\'slash'",
                "STRING | $$ it's $1 $$",
                "STRING | $body$ select $$ nested $$ $body$",
                "STRING | U&'d\\0061t'",
                "COMMENT | /* outer /* inner */ still */",
                "COMMENT | -- to the end 'of line",
                "NAME | \"odd \"\"name\"\"\"",
                "NAME | größe$1",
                "PARAMETER | $12",
                "NUMBER | 1_000.25e-3",
                "NUMBER | 0xFFe",
                "KEYWORD | Select",
            })
    void onePiece(Kind kind, String text) {
        assertThat(SqlLexer.tokens(text)).containsExactly(new SqlToken(kind, 0, text.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 'cut off in the middle",
                "select E'cut off \\",
                "/* never /* closed */",
                "select $a$ never closed",
                "select \"never closed",
                "$",
                "1.",
                "a-1",
                "1..2",
                "x->>'y' @> $1::jsonb",
                "\u0000 \uD83D\uDE00 '\uD83D"
            })
    void coversAllOfTheText(String text) {
        int at = 0;
        for (SqlToken token : SqlLexer.tokens(text)) {
            assertThat(token.start()).isEqualTo(at);
            assertThat(token.end()).isGreaterThan(at);
            at = token.end();
        }
        assertThat(at).isEqualTo(text.length());
    }

    @Test
    void tellsFunctionsFromNames() {
        String text = "SELECT sum(amount), total FROM invoices WHERE id IN (1)";
        List<String> functions = SqlLexer.tokens(text).stream()
                .filter(token -> token.kind() == Kind.FUNCTION)
                .map(token -> text.substring(token.start(), token.end()))
                .toList();
        assertThat(functions).containsExactly("sum");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/* app */ select 1 | SELECT",
                "alter table orders add x int | ALTER TABLE",
                "CREATE UNIQUE INDEX CONCURRENTLY i ON t (a) | CREATE INDEX",
                "create or replace function f() | CREATE FUNCTION",
                "lock table t | LOCK TABLE",
                "VACUUM (FREEZE) t | VACUUM",
                "with x as (select 1) select 2 | WITH",
                "-- nothing | ''",
            })
    void namesTheVerb(String statement, String verb) {
        assertThat(Verb.of(statement)).isEqualTo(verb);
    }
}
