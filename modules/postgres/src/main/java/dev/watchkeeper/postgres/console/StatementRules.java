package dev.watchkeeper.postgres.console;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.sql.Deed;
import dev.watchkeeper.kernel.sql.Effect;
import dev.watchkeeper.kernel.sql.MetaCommand;
import dev.watchkeeper.kernel.sql.SqlStatement;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a console does not even send. */
final class StatementRules {
    /** The driver reads dates and texts in one way only, and ends the session when another one is set. */
    private static final Pattern DRIVERS_OWN =
            Pattern.compile("(?is)set\\s+(?:session\\s+|local\\s+)?(client_encoding|names|datestyle)\\b.*");

    private StatementRules() {}

    /** @throws FaultException what is not understood here, or is refused; with what to do instead */
    static void check(SqlStatement statement, Deed deed, boolean readOnly) throws FaultException {
        if (statement.kind() == SqlStatement.Kind.META_COMMAND) {
            MetaCommand command = MetaCommand.of(statement.text());
            throw new FaultException(
                    FaultKind.UNSUPPORTED, command.name() + " is a command of psql", command.instead());
        }
        if (statement.kind() == SqlStatement.Kind.COPY_DATA) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    "COPY … FROM STDIN reads its data from psql",
                    "Load the file with psql, or use INSERT");
        }
        if (deed.verb().equals("COPY") && deed.effect() == Effect.READ) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    "COPY … TO STDOUT writes to psql",
                    "Run the query itself, and export its result as CSV");
        }
        checkSetting(statement.text());
        if (readOnly) {
            checkReadOnly(deed);
        }
    }

    private static void checkSetting(String text) throws FaultException {
        var setting = DRIVERS_OWN.matcher(text);
        if (setting.matches() && !setsIso(text)) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    setting.group(1).toLowerCase(Locale.ROOT) + " can't be changed in a console",
                    "Use to_char() for dates, convert_to() for encodings");
        }
    }

    private static boolean setsIso(String text) {
        return text.toLowerCase(Locale.ROOT).matches("(?s).*datestyle\\s*(=|to)\\s*'?\\s*\"?iso.*");
    }

    /**
     * The server lets these pass in a read-only transaction, for they change nothing that a dump would show: what
     * {@code ClassifyUtilityCommandAsReadOnly} in its source calls harmless is not harmless to a DBA.
     */
    private static void checkReadOnly(Deed deed) throws FaultException {
        boolean code = deed.verb().equals("CALL") || deed.verb().equals("DO");
        if (deed.effect() == Effect.UTILITY
                || (deed.alone() && deed.effect() != Effect.READ)
                || (!deed.outside().isEmpty() && !code)) {
            throw new FaultException(
                    FaultKind.DENIED,
                    deed.verb() + " is refused, for this console is read-only: the statement "
                            + (deed.outside().isEmpty() ? deed.effect().words() : deed.outside()),
                    "Switch read-only off, if the target allows it");
        }
    }
}
