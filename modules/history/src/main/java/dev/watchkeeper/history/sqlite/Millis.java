package dev.watchkeeper.history.sqlite;

import dev.watchkeeper.history.jdbc.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Moments as the number of ms since 1970. */
final class Millis implements Moments {
    @Override
    public Object parameter(long millis) {
        return millis;
    }

    @Override
    public long millis(ResultSet row, int column) throws SQLException {
        return row.getLong(column);
    }
}
