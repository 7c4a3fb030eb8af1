package dev.watchkeeper.report.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTokensTest {
    private static List<String> tokens(String sql) {
        return new SqlTokens()
                .of(sql).stream()
                        .map(token -> token.kind() + " " + sql.substring(token.start(), token.end()))
                        .toList();
    }

    @Test
    void tellsKeywordsStringsNumbersAndCommentsApart() {
        assertThat(tokens("select \"from\", selected, 1.5e10 FROM t1 -- where\nWHERE a = 'it''s' AND b = $2"))
                .containsExactly(
                        "KEYWORD select",
                        "NUMBER 1.5e10",
                        "KEYWORD FROM",
                        "COMMENT -- where",
                        "KEYWORD WHERE",
                        "STRING 'it''s'",
                        "KEYWORD AND",
                        "NUMBER $2");
    }

    @Test
    void knowsPostgresqlsOwnQuotes() {
        assertThat(tokens("E'a\\'b' $f$ 'x' $$ $f$ $$y$$ /* a /* b */ c */ 'c\\' 1"))
                .containsExactly(
                        "STRING E'a\\'b'",
                        "STRING $f$ 'x' $$ $f$",
                        "STRING $$y$$",
                        "COMMENT /* a /* b */ c */",
                        "STRING 'c\\'",
                        "NUMBER 1");
    }

    @Test
    void takesWhatIsCutOff() {
        assertThat(tokens("'abc")).containsExactly("STRING 'abc");
        assertThat(tokens("E'abc\\")).containsExactly("STRING E'abc\\");
        assertThat(tokens("/* abc")).containsExactly("COMMENT /* abc");
        assertThat(tokens("$x$ abc")).containsExactly("STRING $x$ abc");
        assertThat(tokens("$")).isEmpty();
        assertThat(tokens("\"abc")).isEmpty();
    }
}
