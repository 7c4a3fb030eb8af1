package dev.watchkeeper.postgres.connect;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** What the console sets in each of its sessions before it does anything. Used by one thread at a time. */
final class SessionSettings {
    private static final SqlFile SETTINGS = SqlFile.of(SessionSettings.class, "settings");

    private final boolean readOnly;
    private Duration applied = Duration.ofMillis(-1);

    SessionSettings(boolean readOnly) {
        this.readOnly = readOnly;
    }

    /** The connection is a new one: nothing is set yet. */
    void forget() {
        applied = Duration.ofMillis(-1);
    }

    void apply(Connected connected, Duration statementTimeout) throws SQLException, FaultException {
        if (applied.equals(statementTimeout)) {
            return;
        }
        try (PreparedStatement statement = connected.prepare(SETTINGS)) {
            statement.setString(1, readOnly ? "on" : "off");
            statement.setString(2, statementTimeout.toMillis() + "ms");
            statement.setString(3, "200ms");
            statement.execute();
        }
        applied = statementTimeout;
    }
}
