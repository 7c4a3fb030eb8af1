package dev.watchkeeper.postgres.plans.advice;

import dev.watchkeeper.kernel.sql.SqlLexer;
import dev.watchkeeper.kernel.sql.SqlToken;
import dev.watchkeeper.kernel.sql.SqlToken.Kind;
import dev.watchkeeper.postgres.sql.SqlName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on one column of a filter, as {@code EXPLAIN (VERBOSE)} writes it: the column with its table's alias at the
 * left, and at the right something that is known before the table is read.
 *
 * @param cast the type that the column is read as; empty: its own
 * @param equality whether it asks for equal values; else for a range
 */
record Clause(String column, String cast, boolean equality) {
    private static final String NAME = "(?:[a-z_][a-z0-9_$]*|\"(?:[^\"]|\"\")+\")";

    private static final Pattern PLAIN = Pattern.compile("^(" + NAME + ")\\.(" + NAME + ") ");
    private static final Pattern CAST =
            Pattern.compile("^\\((" + NAME + ")\\.(" + NAME + ")\\)::([a-z][a-z ]*[a-z])(?:\\([0-9,]+\\))? ");
    private static final Pattern OPERATOR = Pattern.compile("^(=|<=|>=|<|>|IS NULL)(?= |$)(.*)$", Pattern.DOTALL);

    /** Functions that have one value in a statement; others may not be known before a row is read. */
    private static final Set<String> STABLE =
            Set.of("now", "date_trunc", "to_timestamp", "to_date", "coalesce", "lower", "upper", "current_setting");

    /** The conditions that all have to hold, as far as they are of that kind; none if there is an OR. */
    static List<Clause> of(String filter) {
        List<Clause> found = new ArrayList<>();
        for (String part : parts(inner(filter))) {
            one(inner(part)).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Clause> one(String text) {
        for (Pattern left : List.of(PLAIN, CAST)) {
            Matcher column = left.matcher(text + " ");
            if (!column.find()) {
                continue;
            }
            Matcher operator =
                    OPERATOR.matcher((text + " ").substring(column.end()).strip());
            if (operator.find() && isKnownBefore(operator.group(2).strip())) {
                String cast = column.groupCount() == 3 ? column.group(3) : "";
                String sign = operator.group(1);
                boolean equality = sign.equals("=") || sign.equals("IS NULL");
                return Optional.of(new Clause(SqlName.unquoted(column.group(2)), cast, equality));
            }
        }
        return Optional.empty();
    }

    /** No column of a table (with VERBOSE each has its table's name before it), no subquery for each row, no unknown function. */
    private static boolean isKnownBefore(String text) {
        if (text.contains("SubPlan") || text.startsWith("ALL ")) {
            return false;
        }
        List<SqlToken> tokens = SqlLexer.tokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            String word = text.substring(tokens.get(i).start(), tokens.get(i).end());
            Kind kind = tokens.get(i).kind();
            boolean qualified = i > 0 && text.charAt(tokens.get(i).start() - 1) == '.';
            boolean result = word.startsWith("col") && text.contains("InitPlan");
            if (kind == Kind.FUNCTION && !STABLE.contains(word.toLowerCase(Locale.ROOT)) && !isInitPlan(word)) {
                return false;
            }
            if (kind == Kind.NAME && qualified && !result) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInitPlan(String word) {
        return word.equals("InitPlan") || word.equals("any") || word.equals("ANY");
    }

    /** What stands between ANDs; nothing if there are ORs between. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (SqlToken token : SqlLexer.tokens(text)) {
            String word = text.substring(token.start(), token.end());
            if (token.kind() == Kind.SYMBOL) {
                depth += word.equals("(") || word.equals("[") ? 1 : word.equals(")") || word.equals("]") ? -1 : 0;
            } else if (depth == 0 && word.equals("OR")) {
                return List.of();
            } else if (depth == 0 && word.equals("AND")) {
                parts.add(text.substring(from, token.start()));
                from = token.end();
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** Without the parentheses around all of it. */
    private static String inner(String text) {
        String inner = text.strip();
        while (inner.startsWith("(") && closes(inner) == inner.length() - 1) {
            inner = inner.substring(1, inner.length() - 1).strip();
        }
        return inner;
    }

    /** Where the parenthesis closes that the text begins with. */
    private static int closes(String text) {
        int depth = 0;
        for (SqlToken token : SqlLexer.tokens(text)) {
            if (token.kind() == Kind.SYMBOL) {
                char c = text.charAt(token.start());
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0) {
                    return token.start();
                }
            }
        }
        return -1;
    }
}
