package dev.watchkeeper.app.controls.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.sql.SqlLexer;
import dev.watchkeeper.kernel.sql.SqlToken;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the editor does to texts, without a window. */
final class EditingTest {
    private static final Language SQL = new Language() {
        @Override
        public Reading read(String text) {
            List<SqlToken> tokens = SqlLexer.tokens(text);
            return new Reading() {
                @Override
                public String text() {
                    return text;
                }

                @Override
                public List<SqlToken> tokens() {
                    return tokens;
                }

                @Override
                public Optional<Stretch> statementAt(int caret) {
                    return Optional.empty();
                }
            };
        }

        @Override
        public String comment() {
            return "--";
        }

        @Override
        public boolean joinsStrings() {
            return true;
        }
    };

    @Test
    void aBracketInAStringHasNoPartner() {
        String text = "SELECT f(a[1], ')', (b)) -- )";
        assertThat(Brackets.at(SQL.read(text), 8))
                .as("the one before the caret")
                .containsExactly(new Stretch(8, 9), new Stretch(23, 24));
        assertThat(Brackets.at(SQL.read(text), text.indexOf("')'") + 1)).isEmpty();
        assertThat(Brackets.at(SQL.read("SELECT (1"), 7)).containsExactly(new Stretch(7, 8));
    }

    @Test
    void commentingTwiceChangesNothing() {
        List<String> lines = List.of("  SELECT 1", "", "    FROM t");
        List<String> commented = Lines.comment(lines, "--");
        assertThat(commented).containsExactly("  -- SELECT 1", "", "  --   FROM t");
        assertThat(Lines.comment(commented, "--")).isEqualTo(lines);
        assertThat(Lines.out(Lines.in(lines))).isEqualTo(lines);
    }

    @Test
    void longLinesAreBrokenWhereItChangesNothing() {
        String inserts = "INSERT INTO t VALUES " + "(1, 'it''s  a  text', $$x  y$$), ".repeat(2_000);
        String broken = LongLines.broken(inserts, SQL);
        assertThat(broken.lines().mapToInt(String::length).max().orElse(0)).isLessThan(500);
        assertThat(words(broken)).isEqualTo(words(inserts));
        assertThat(LongLines.broken("SELECT 1", SQL)).isEqualTo("SELECT 1");
    }

    @Test
    void aLongStringBecomesSeveralThatTheServerJoins() {
        String whole = "it''s a long \\ text ".repeat(5_000);
        String broken = LongLines.broken("SELECT '" + whole + "'", SQL);
        assertThat(broken.lines().mapToInt(String::length).max().orElse(0)).isLessThan(500);
        assertThat(broken.replace("'\n'", "").replace('\n', ' ')).isEqualTo("SELECT '" + whole + "'");
    }

    private static List<String> words(String text) {
        return SqlLexer.tokens(text).stream()
                .filter(token -> token.kind() != SqlToken.Kind.SPACE)
                .map(token -> text.substring(token.start(), token.end()))
                .toList();
    }
}
