package dev.watchkeeper.kernel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A token that means something, with how deep in parentheses it stands.
 *
 * @param text in capitals, unless it is a string or a quoted name
 */
public record SqlWord(SqlToken token, String text, int depth) {
    /** All of a statement, without blanks and comments. */
    public static List<SqlWord> of(String statement) {
        List<SqlWord> words = new ArrayList<>();
        int depth = 0;
        for (SqlToken token : SqlLexer.tokens(statement)) {
            if (token.kind() == SqlToken.Kind.SPACE || token.kind() == SqlToken.Kind.COMMENT) {
                continue;
            }
            String raw = statement.substring(token.start(), token.end());
            boolean asItIs = token.kind() == SqlToken.Kind.STRING || raw.startsWith("\"");
            depth -= raw.equals(")") ? 1 : 0;
            words.add(new SqlWord(token, asItIs ? raw : raw.toUpperCase(Locale.ROOT), Math.max(0, depth)));
            depth += raw.equals("(") ? 1 : 0;
        }
        return words;
    }

    public boolean is(String word) {
        return text.equals(word);
    }
}
