package dev.watchkeeper.history.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How a database keeps a moment. */
public interface Moments {
    /** As a parameter. */
    Object parameter(long millis);

    /** From a column; ms since 1970. */
    long millis(ResultSet row, int column) throws SQLException;
}
