package dev.watchkeeper.kernel.sql;

import dev.watchkeeper.kernel.sql.SqlToken.Kind;
import java.util.Locale;
import java.util.Set;

/** What a statement does, in a word or two: {@code SELECT}, {@code ALTER TABLE}, {@code CREATE INDEX}. */
public final class Verb {
    private static final Set<String> NEED_AN_OBJECT = Set.of("ALTER", "CREATE", "DROP", "REFRESH", "LOCK", "COMMENT");
    /** Stand between verb and object, and don't matter here. */
    private static final Set<String> BETWEEN =
            Set.of("UNIQUE", "OR", "REPLACE", "TEMP", "TEMPORARY", "UNLOGGED", "ON", "GLOBAL", "LOCAL");
    /** No verb stands further behind leading comments than this. */
    private static final int FAR = 4000;

    private Verb() {}

    /** In capitals; empty if the text holds no word. */
    public static String of(String statement) {
        String text = statement.length() > FAR ? statement.substring(0, FAR) : statement;
        String verb = "";
        for (SqlToken token : SqlLexer.tokens(text)) {
            if (token.kind() != Kind.KEYWORD && token.kind() != Kind.NAME && token.kind() != Kind.FUNCTION) {
                continue;
            }
            String word = text.substring(token.start(), token.end()).toUpperCase(Locale.ROOT);
            if (verb.isEmpty()) {
                verb = word;
                if (!NEED_AN_OBJECT.contains(verb)) {
                    return verb;
                }
            } else if (!BETWEEN.contains(word)) {
                return token.kind() == Kind.KEYWORD ? verb + " " + word : verb;
            }
        }
        return verb;
    }
}
