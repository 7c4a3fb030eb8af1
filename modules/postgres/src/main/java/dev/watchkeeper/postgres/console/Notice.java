package dev.watchkeeper.postgres.console;

import java.sql.SQLWarning;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/**
 * A message of the server that is no error.
 *
 * @param severity {@code NOTICE}, {@code WARNING}, {@code INFO}, {@code LOG}, {@code DEBUG}, as the server's language has it
 * @param message cut if it is very long
 * @param detail empty if there is none
 * @param hint empty if there is none
 */
public record Notice(String severity, String message, String detail, String hint) {
    private static final int LONGEST = 10_000;

    static Notice of(SQLWarning warning) {
        ServerErrorMessage said = warning instanceof PSQLWarning server ? server.getServerErrorMessage() : null;
        if (said == null) {
            return new Notice("WARNING", cut(warning.getMessage()), "", "");
        }
        return new Notice(cut(said.getSeverity()), cut(said.getMessage()), cut(said.getDetail()), cut(said.getHint()));
    }

    private static String cut(@Nullable String text) {
        String known = text == null ? "" : text;
        return known.length() <= LONGEST ? known : known.substring(0, LONGEST) + " …";
    }
}
