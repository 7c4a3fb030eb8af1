package dev.watchkeeper.postgres.testing;

import dev.watchkeeper.postgres.connect.ConnectionWork;
import java.sql.ResultSet;
import java.sql.Statement;

/** Work for the console's own connections. */
public final class Asks {
    private Asks() {}

    /** The first value of the first row, as text. */
    public static ConnectionWork<String> one(String sql) {
        return connected -> {
            try (Statement statement = connected.jdbc().createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getString(1);
            }
        };
    }

    /** Which process of the server serves the connection. */
    public static ConnectionWork<String> pid() {
        return one("select pg_backend_pid()");
    }
}
