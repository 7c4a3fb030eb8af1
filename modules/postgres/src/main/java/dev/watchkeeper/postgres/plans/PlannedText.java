package dev.watchkeeper.postgres.plans;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.sql.SqlLexer;
import dev.watchkeeper.kernel.sql.SqlToken;
import dev.watchkeeper.kernel.sql.SqlToken.Kind;
import dev.watchkeeper.kernel.sql.Verb;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A statement's text on its way to {@code EXPLAIN}. */
final class PlannedText {
    /** What PREPARE takes, documentation of PREPARE; others are utility commands without a plan. */
    private static final Set<String> PLANNED =
            Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "VALUES", "WITH", "TABLE");

    /** Types whose names may stand before a literal, but not before the parameter that pg_stat_statements puts there. */
    private static final Set<String> BEFORE_LITERALS =
            Set.of("interval", "date", "time", "timestamp", "timestamptz", "timetz", "inet", "json", "jsonb", "uuid");

    private PlannedText() {}

    /**
     * The text as one can plan it.
     *
     * @throws FaultException UNSUPPORTED for statements that have no plan
     */
    static String of(String text) throws FaultException {
        String verb = Verb.of(text);
        if (!PLANNED.contains(verb)) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    verb.isEmpty()
                            ? "there is no statement that could have a plan"
                            : "a statement of this kind has no plan: " + verb,
                    verb.isEmpty() ? "" : "Plans are made of SELECT, INSERT, UPDATE, DELETE, MERGE and VALUES only");
        }
        return withCasts(text);
    }

    /** Whether it has {@code $1} and the like. */
    static boolean hasParameters(String text) {
        return SqlLexer.tokens(text).stream().anyMatch(token -> token.kind() == Kind.PARAMETER);
    }

    /** {@code interval '1 day'} is {@code interval $1} in pg_stat_statements, which is no SQL: it becomes a cast. */
    private static String withCasts(String text) {
        List<SqlToken> tokens = SqlLexer.tokens(text);
        StringBuilder written = new StringBuilder(text.length());
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            String word = text.substring(token.start(), token.end());
            boolean cast = BEFORE_LITERALS.contains(word.toLowerCase(Locale.ROOT))
                    && i + 2 < tokens.size()
                    && tokens.get(i + 1).kind() == Kind.SPACE
                    && tokens.get(i + 2).kind() == Kind.PARAMETER;
            if (cast) {
                SqlToken parameter = tokens.get(i + 2);
                written.append("cast(").append(text, parameter.start(), parameter.end());
                written.append(" as ").append(word).append(')');
                i += 2;
            } else {
                written.append(word);
            }
        }
        return written.toString();
    }
}
