package dev.watchkeeper.postgres.connect;

import dev.watchkeeper.kernel.fault.FaultException;
import java.sql.SQLException;

/** What is done with a connection, which lives no longer than the call. */
@FunctionalInterface
public interface ConnectionWork<T> {
    T on(Connected connected) throws SQLException, FaultException;
}
