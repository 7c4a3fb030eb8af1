package dev.watchkeeper.app.controls.sql;

import dev.watchkeeper.kernel.sql.SqlToken;
import java.util.List;
import java.util.Optional;

/** What an editor has to know of the language that is written in it. */
public interface Language {
    /** Reads a whole text. Called on any thread; texts of a megabyte take a while. */
    Reading read(String text);

    /** What makes the rest of a line a comment: {@code --}; empty if there is no such thing. */
    String comment();

    /** Whether two strings with a line break between them are one, as the SQL standard has it. */
    default boolean joinsStrings() {
        return false;
    }

    /** A text as it was understood. Immutable. */
    interface Reading {
        String text();

        /** They cover the whole text without gaps. */
        List<SqlToken> tokens();

        /** The statement that is meant when the caret stands there, without its semicolon; empty if there is none. */
        Optional<Stretch> statementAt(int caret);
    }
}
