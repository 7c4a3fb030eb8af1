package dev.watchkeeper.postgres.sql;

import dev.watchkeeper.kernel.sql.SqlLexer;
import dev.watchkeeper.kernel.sql.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they stand in statements and plans that people are to read. */
public final class SqlName {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private SqlName() {}

    /** Quoted only where it has to be. */
    public static String of(String name) {
        List<SqlToken> tokens = SqlLexer.tokens(name);
        boolean plain = PLAIN.matcher(name).matches()
                && tokens.size() == 1
                && tokens.getFirst().kind() == SqlToken.Kind.NAME;
        return plain ? name : Quoting.identifier(name);
    }

    /** The name that the server wrote so, without its quotes. */
    public static String unquoted(String written) {
        return written.startsWith("\"")
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written.toLowerCase(Locale.ROOT);
    }
}
