package dev.watchkeeper.history.postgres;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.sql.SQLException;

/** What the server's troubles mean for the history. SQLSTATEs: documentation, appendix A. */
final class PostgresFaults {
    private PostgresFaults() {}

    static FaultException of(String place, SQLException cause) {
        return new FaultException(fault("the history in " + place, cause), cause);
    }

    private static Fault fault(String history, SQLException cause) {
        String said = firstLine(cause.getMessage() == null ? cause.toString() : cause.getMessage());
        String state = state(cause);
        return switch (state) {
            case "42501" ->
                new Fault(
                        FaultKind.DENIED,
                        history + " can't be used: " + said,
                        "Connect as the owner of the schema watchkeeper, or as a member of that role");
            case "25006" ->
                new Fault(
                        FaultKind.CONFLICT,
                        history + " is read-only now",
                        "Is that a standby? Add target_session_attrs=primary to its address");
            case "53100" ->
                new Fault(
                        FaultKind.FAILED, history + " can't grow: the server's disk is full", "Free some space there");
            case "57014", "55P03" ->
                new Fault(FaultKind.TIMEOUT, history + " took too long: " + said, "It is tried again");
            case "57P01", "57P02", "57P03" ->
                new Fault(FaultKind.UNREACHABLE, history + ": the server is shutting down", "It is tried again");
            default ->
                isGone(cause)
                        ? new Fault(
                                FaultKind.UNREACHABLE,
                                history + " can't be reached: " + said,
                                "It is tried again; look whether the server runs, and the network between")
                        : new Fault(FaultKind.FAILED, history + " says: " + said, "");
        };
    }

    /** Whether another connection may do better. */
    static boolean isGone(SQLException cause) {
        return state(cause).startsWith("08") || state(cause).startsWith("57P");
    }

    /** Whether a partition is missing that was there. */
    static boolean lacksPartition(SQLException cause) {
        return state(cause).equals("23514") || state(cause).equals("42P01");
    }

    static String state(SQLException cause) {
        return cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
