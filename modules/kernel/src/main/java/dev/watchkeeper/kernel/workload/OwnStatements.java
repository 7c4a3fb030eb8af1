package dev.watchkeeper.kernel.workload;

import dev.watchkeeper.kernel.sql.SqlLexer;
import dev.watchkeeper.kernel.sql.SqlToken;
import dev.watchkeeper.kernel.sql.SqlToken.Kind;

/** Tells what the console itself asks of servers from what others do, in every list of statements, of whatever tool. */
public final class OwnStatements {
    private static final String MARK = "/* watchkeeper */";

    private OwnStatements() {}

    /** The statement as it is sent: marked behind its first word, for newer servers cut off what stands before it. */
    public static String marked(String sql) {
        for (SqlToken token : SqlLexer.tokens(sql)) {
            if (token.kind() != Kind.SPACE && token.kind() != Kind.COMMENT) {
                return sql.substring(0, token.end()) + " " + MARK + sql.substring(token.end());
            }
        }
        return sql;
    }

    /** Whether it is one of the console's. */
    public static boolean isOwn(String text) {
        return text.contains(MARK);
    }
}
