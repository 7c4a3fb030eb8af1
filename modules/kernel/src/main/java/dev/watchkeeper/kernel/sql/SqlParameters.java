package dev.watchkeeper.kernel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The parameters in a statement: {@code :name}, psql's {@code :'name'}, and {@code $1}. Casts ({@code ::}), assignments
 * ({@code :=}), slices of arrays ({@code [1:n]}), strings and comments hold none; nor do statements that make a function
 * or prepare a statement, for there {@code $1} is their own.
 *
 * @param uses in the order of the text; a parameter may be used several times
 */
public record SqlParameters(List<Use> uses) {
    /** What the server takes parameters for. */
    private static final Set<String> PLANNED = Set.of(
            "SELECT", "WITH", "VALUES", "TABLE", "INSERT", "UPDATE", "DELETE", "MERGE", "EXPLAIN", "CALL", "EXECUTE");

    /**
     * One place.
     *
     * @param name without its colon; {@code $1} with the dollar
     * @param start index in the statement of its first character
     * @param end index after its last character
     */
    public record Use(String name, int start, int end) {}

    public SqlParameters {
        uses = List.copyOf(uses);
    }

    /** Those of one statement. */
    public static SqlParameters of(String statement) {
        List<SqlToken> tokens = SqlLexer.tokens(statement);
        List<Use> uses = new ArrayList<>();
        if (isPlanned(statement)) {
            SliceRule slices = new SliceRule(statement);
            for (int i = 0; i < tokens.size(); i++) {
                SqlToken token = tokens.get(i);
                slices.pass(token);
                if (token.kind() == SqlToken.Kind.PARAMETER) {
                    uses.add(new Use(statement.substring(token.start(), token.end()), token.start(), token.end()));
                } else if (i + 1 < tokens.size() && isColon(statement, tokens, i) && !slices.within()) {
                    SqlToken name = tokens.get(i + 1);
                    uses.add(new Use(name(statement, name), token.start(), name.end()));
                }
            }
        }
        return new SqlParameters(uses);
    }

    /** Each once, in the order of their first use. */
    public List<String> names() {
        return uses.stream().map(Use::name).distinct().toList();
    }

    private static boolean isPlanned(String statement) {
        List<SqlWord> words = SqlWord.of(statement);
        return words.stream()
                .map(SqlWord::text)
                .filter(word -> !word.equals("("))
                .findFirst()
                .filter(PLANNED::contains)
                .isPresent();
    }

    /** Whether a name stands right behind a colon that is no part of another sign. */
    private static boolean isColon(String statement, List<SqlToken> tokens, int i) {
        SqlToken colon = tokens.get(i);
        SqlToken name = tokens.get(i + 1);
        boolean alone = statement.charAt(colon.start()) == ':'
                && (colon.start() == 0 || statement.charAt(colon.start() - 1) != ':');
        return switch (name.kind()) {
            case NAME, KEYWORD, FUNCTION -> alone && statement.charAt(name.start()) != '"';
            case STRING -> alone && statement.charAt(name.start()) == '\'' && name.end() - name.start() > 2;
            default -> false;
        };
    }

    private static String name(String statement, SqlToken token) {
        String raw = statement.substring(token.start(), token.end());
        return raw.startsWith("'") ? raw.substring(1, raw.length() - 1) : raw;
    }
}
