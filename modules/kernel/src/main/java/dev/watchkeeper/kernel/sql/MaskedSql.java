package dev.watchkeeper.kernel.sql;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement with its secrets taken out, to be written down: the string behind PASSWORD, and {@code password=…} in any
 * string (connection strings of subscriptions, dblink, user mappings).
 */
public final class MaskedSql {
    private static final String MASK = "'••••••'";
    private static final Pattern IN_STRING =
            Pattern.compile("(?i)(password\\s*=\\s*)(\\\\?''[^']*''|[^\\s';&]+)|(://[^:/@\\s']*:)([^@\\s']+)(?=@)");

    private MaskedSql() {}

    /** The same text where it holds no secret. */
    public static String of(String sql) {
        StringBuilder masked = new StringBuilder();
        String before = "";
        List<SqlToken> tokens = SqlLexer.tokens(sql);
        for (SqlToken token : tokens) {
            String text = sql.substring(token.start(), token.end());
            boolean secret = token.kind() == SqlToken.Kind.STRING && before.equals("PASSWORD");
            masked.append(secret ? MASK : token.kind() == SqlToken.Kind.STRING ? inString(text) : text);
            if (token.kind() != SqlToken.Kind.SPACE && token.kind() != SqlToken.Kind.COMMENT) {
                before = unquoted(text);
            }
        }
        return masked.toString();
    }

    private static String inString(String text) {
        return IN_STRING.matcher(text).replaceAll(match -> {
            boolean pair = match.group(1) != null;
            return Matcher.quoteReplacement((pair ? match.group(1) : match.group(3)) + "••••••");
        });
    }

    /** OPTIONS (password 'x') and OPTIONS ("password" 'x'). */
    private static String unquoted(String text) {
        return text.replace("\"", "").toUpperCase(Locale.ROOT);
    }
}
