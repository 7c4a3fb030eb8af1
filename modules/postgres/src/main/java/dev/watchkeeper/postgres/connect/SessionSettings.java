package dev.watchkeeper.postgres.connect;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** What the console sets in each of its sessions before it does anything. Used by one thread at a time. */
final class SessionSettings {
    private static final SqlFile SETTINGS = SqlFile.of(SessionSettings.class, "settings");
    private static final SqlFile IN_TRANSACTION = SqlFile.of(SessionSettings.class, "settings_in_transaction");
    private static final String LOCK_TIMEOUT = "200ms";

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
            statement.setString(3, LOCK_TIMEOUT);
            statement.execute();
        }
        applied = statementTimeout;
    }

    /**
     * Works with settings that end with the work: a pool gives the session to others afterwards, who would be read-only and
     * bounded as the console is.
     */
    <T> T inOneTransaction(Connected connected, Duration statementTimeout, ConnectionWork<T> work)
            throws SQLException, FaultException {
        Connection jdbc = connected.jdbc();
        jdbc.setReadOnly(readOnly);
        jdbc.setAutoCommit(false);
        boolean done = false;
        try {
            try (PreparedStatement statement = connected.prepare(IN_TRANSACTION)) {
                statement.setString(1, statementTimeout.toMillis() + "ms");
                statement.setString(2, LOCK_TIMEOUT);
                statement.execute();
            }
            T result = work.on(connected);
            jdbc.commit();
            done = true;
            return result;
        } finally {
            end(jdbc, done);
        }
    }

    private static void end(Connection jdbc, boolean done) throws SQLException {
        if (!jdbc.isClosed()) {
            if (!done) {
                jdbc.rollback();
            }
            jdbc.setAutoCommit(true);
        }
    }
}
