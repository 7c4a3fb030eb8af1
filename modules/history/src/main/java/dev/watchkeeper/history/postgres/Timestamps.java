package dev.watchkeeper.history.postgres;

import dev.watchkeeper.history.jdbc.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Moments as {@code timestamptz}. */
final class Timestamps implements Moments {
    @Override
    public Object parameter(long millis) {
        return of(millis);
    }

    static OffsetDateTime of(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
    }

    @Override
    public long millis(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toEpochMilli();
    }
}
