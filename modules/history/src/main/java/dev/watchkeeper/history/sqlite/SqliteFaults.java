package dev.watchkeeper.history.sqlite;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's troubles mean, and what to do. */
final class SqliteFaults {
    private static final int PRIMARY = 0xFF;

    private SqliteFaults() {}

    static FaultException of(String place, SQLException cause) {
        return new FaultException(fault(place, cause), cause);
    }

    /** A file that stays where it is, for it is not the console's own. */
    static FaultException damaged(String place, SQLException cause) {
        Fault fault = code(cause) == SQLiteErrorCode.SQLITE_NOTADB
                ? noHistory(place)
                : new Fault(
                        FaultKind.FAILED,
                        "the history " + place + " is damaged",
                        "What can be saved of it: sqlite3 " + place + " .recover");
        return new FaultException(fault, cause);
    }

    static Fault noHistory(String place) {
        return new Fault(
                FaultKind.BAD_INPUT,
                place + " is no history",
                "It is left as it is. Name a file that is one, or is new");
    }

    private static Fault fault(String place, SQLException cause) {
        return switch (code(cause)) {
            case SQLITE_FULL ->
                new Fault(
                        FaultKind.FAILED,
                        "the history " + place + " can't grow: the disk is full",
                        "Free some space, or say a smaller size under history: in connections.yaml; it goes on by"
                                + " itself");
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                new Fault(
                        FaultKind.DENIED,
                        "the history " + place + " can't be written",
                        "Look at the owner and mode of the file and its folder, or name another place under history: in"
                                + " connections.yaml");
            case SQLITE_CANTOPEN ->
                new Fault(
                        FaultKind.DENIED,
                        "the history " + place + " can't be opened",
                        "Look at the owner and mode of the file and its folder, or name another place under history: in"
                                + " connections.yaml");
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new Fault(
                        FaultKind.TIMEOUT,
                        "the history " + place + " is being written by another console for too long",
                        "See whether one hangs; it is tried again");
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                new Fault(
                        FaultKind.FAILED,
                        "the history " + place + " is damaged",
                        "It is set aside when the console opens it the next time");
            default ->
                new Fault(
                        FaultKind.FAILED,
                        "the history " + place + " says: " + cause.getMessage(),
                        "Look at the disk that it is on");
        };
    }

    /** Whether the file is no longer what it should be. */
    static boolean isDamage(SQLException cause) {
        SQLiteErrorCode code = code(cause);
        return code == SQLiteErrorCode.SQLITE_CORRUPT || code == SQLiteErrorCode.SQLITE_NOTADB;
    }

    private static SQLiteErrorCode code(SQLException cause) {
        return SQLiteErrorCode.getErrorCode(primary(cause));
    }

    private static int primary(SQLException cause) {
        return cause instanceof SQLiteException exact
                ? exact.getResultCode().code & PRIMARY
                : cause.getErrorCode() & PRIMARY;
    }
}
