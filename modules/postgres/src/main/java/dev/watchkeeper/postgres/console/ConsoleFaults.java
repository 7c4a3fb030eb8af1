package dev.watchkeeper.postgres.console;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.sql.Place;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.console.StatementFault.Reason;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the server has against a statement, in words that help. SQLSTATEs: documentation, appendix A. */
final class ConsoleFaults {
    private static final String CANCELED = "57014";
    /** What PgBouncer says of a word that it doesn't know; the session goes on. */
    private static final String NOT_UNDERSTOOD = "08P01";

    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "25P04");

    private ConsoleFaults() {}

    /** Something of the console's own went wrong. */
    static StatementFault plain(Target target, SQLException e) {
        Complaint complaint = complaint(e, Optional.empty());
        return new StatementFault(
                new Fault(kind(complaint.sqlState()), target.name() + ": " + complaint.message(), advice(complaint)),
                Reason.REFUSED,
                Optional.of(complaint));
    }

    static StatementFault refused(SQLException e, BoundStatement bound, Request request) {
        OptionalInt position = position(e);
        Optional<Place> place = position.isEmpty()
                ? Optional.empty()
                : Optional.of(Place.of(
                        request.script(), request.statement().start() + bound.typedOffset(position.getAsInt())));
        Complaint complaint = complaint(e, place);
        String where = place.map(at -> "line " + at.line() + ", column " + at.column() + ": ")
                .orElse("");
        return new StatementFault(
                new Fault(kind(complaint.sqlState()), where + complaint.message(), advice(complaint)),
                Reason.REFUSED,
                Optional.of(complaint));
    }

    static StatementFault cancelled(SQLException e, String took) {
        return new StatementFault(
                new Fault(FaultKind.FAILED, "cancelled after " + took),
                Reason.CANCELLED,
                Optional.of(complaint(e, Optional.empty())));
    }

    static StatementFault timeout(SQLException e, String took) {
        return new StatementFault(
                new Fault(
                        FaultKind.TIMEOUT,
                        "the server ended it after " + took + ": "
                                + complaint(e, Optional.empty()).message(),
                        "Allow it more time (statement_timeout), or look at its plan"),
                Reason.TIMEOUT,
                Optional.of(complaint(e, Optional.empty())));
    }

    static StatementFault lost(SQLException e, String what) {
        return new StatementFault(
                new Fault(
                        FaultKind.UNREACHABLE,
                        what + " (" + firstLine(String.valueOf(e.getMessage())) + ")",
                        "The next statement opens a new session: temporary tables and settings of the old one are gone"),
                Reason.LOST,
                Optional.of(complaint(e, Optional.empty())));
    }

    static boolean isCancel(SQLException e) {
        return CANCELED.equals(e.getSQLState());
    }

    /** Whether the session is gone. */
    static boolean isLoss(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return (state.startsWith("08") && !state.equals(NOT_UNDERSTOOD)) || ENDED.contains(state);
    }

    private static Complaint complaint(SQLException e, Optional<Place> place) {
        ServerErrorMessage said = said(e);
        if (said == null) {
            return new Complaint(
                    String.valueOf(e.getSQLState()), firstLine(String.valueOf(e.getMessage())), "", "", "", place);
        }
        return new Complaint(
                orEmpty(said.getSQLState()),
                orEmpty(said.getMessage()),
                orEmpty(said.getDetail()),
                orEmpty(said.getHint()),
                orEmpty(said.getWhere()),
                place);
    }

    private static OptionalInt position(SQLException e) {
        ServerErrorMessage said = said(e);
        return said == null || said.getPosition() <= 0 ? OptionalInt.empty() : OptionalInt.of(said.getPosition());
    }

    private static @Nullable ServerErrorMessage said(SQLException e) {
        return e instanceof PSQLException server ? server.getServerErrorMessage() : null;
    }

    private static FaultKind kind(String sqlState) {
        if (sqlState.startsWith("08") && !sqlState.equals(NOT_UNDERSTOOD)) {
            return FaultKind.UNREACHABLE;
        }
        return switch (sqlState) {
            case "42501" -> FaultKind.DENIED;
            case "57014", "55P03" -> FaultKind.TIMEOUT;
            default -> FaultKind.FAILED;
        };
    }

    private static String advice(Complaint complaint) {
        String own = switch (complaint.sqlState()) {
            case "25P02" -> "The transaction failed before: ROLLBACK ends it";
            case "25001" -> "SET TRANSACTION comes right after BEGIN; in a read-only console it can't make it write";
            case "25006" -> "This console is read-only; on the command line --write lets a query write";
            case "55P03" -> "Something it needs is locked: look at the locks";
            default -> "";
        };
        String said = complaint.hint().isEmpty() ? complaint.detail() : complaint.hint();
        return own.isEmpty() ? said : own;
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
