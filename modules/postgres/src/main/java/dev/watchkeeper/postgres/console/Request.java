package dev.watchkeeper.postgres.console;

import dev.watchkeeper.kernel.sql.SqlStatement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement to be run.
 *
 * @param values of its parameters by {@link dev.watchkeeper.kernel.sql.SqlParameters#names}; null is NULL
 * @param script the text that the statement's places refer to, for errors
 */
public record Request(SqlStatement statement, String script, Map<String, @Nullable String> values, Reading reading) {
    /** What its reader wants of a result. */
    public enum Reading {
        /**
         * A page, and perhaps more. What changes something is run to its end first, and of its rows only the first
         * {@link SqlConsole#KEPT_ROWS} are kept.
         */
        PAGES,
        /** All of it, whatever its size. What changes something is committed when the last row was read. */
        WHOLE
    }

    public Request {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A statement of a script, without parameters, in pages. */
    public static Request of(SqlStatement statement, String script) {
        return new Request(statement, script, Map.of(), Reading.PAGES);
    }

    /** A text that is one statement. */
    public static Request of(String statement) {
        return of(SqlStatement.of(statement), statement);
    }

    public Request values(Map<String, @Nullable String> others) {
        return new Request(statement, script, others, reading);
    }

    public Request reading(Reading other) {
        return new Request(statement, script, values, other);
    }
}
