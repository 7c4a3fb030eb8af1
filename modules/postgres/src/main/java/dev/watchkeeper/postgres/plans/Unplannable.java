package dev.watchkeeper.postgres.plans;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.sql.SQLException;

/** Why the server does not plan a statement. */
final class Unplannable {
    private Unplannable() {}

    /**
     * In words where the statement is to blame.
     *
     * @return never: it throws a fault, or the same exception where the connection or a right is to blame
     */
    static FaultException because(SQLException e) throws SQLException {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String said = e.getMessage() == null
                ? state
                : e.getMessage().lines().findFirst().orElse(state);
        String reason = said.replaceFirst("^ERROR: ", "").strip();
        return switch (state) {
            case "42P18", "42725", "42804", "42883", "22P02", "22007" ->
                new FaultException(
                        new Fault(
                                FaultKind.FAILED,
                                "the server can't tell what the parameters are: " + reason,
                                "Give values that fit, or write their types into the statement: $1::integer"),
                        e);
            case "42601" ->
                new FaultException(
                        new Fault(
                                FaultKind.FAILED,
                                "the server can't read it: " + reason,
                                "pg_stat_statements puts parameters also where SQL has no room for them, and keeps the"
                                        + " beginning of long texts only: put the values in by hand"),
                        e);
            case "42P01", "42703", "3F000" ->
                new FaultException(
                        new Fault(
                                FaultKind.FAILED,
                                "the server can't plan it: " + reason,
                                "It may be gone, be a temporary table of a session, or lie in a schema that is not on the"
                                        + " role's search_path"),
                        e);
            default -> throw e;
        };
    }
}
