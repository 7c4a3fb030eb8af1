package dev.watchkeeper.postgres.connect;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.Route;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/**
 * Connections in which nothing is set: a setting would stay behind in a pooled session, for its next user. No two statements
 * depend on each other's session. Thread-safe.
 */
public final class PlainConnections {
    /** Held, so that its filter stays. PgBouncer's console is version 1 of something, which the driver warns of each time. */
    private static final Logger DRIVER = quiet(Logger.getLogger("org.postgresql.jdbc.PgConnection"));

    private final Target target;
    private final Passwords passwords;
    private final Route route;

    /** @param target a server, or what stands before servers and speaks PostgreSQL's protocol */
    public PlainConnections(Target target, Passwords passwords, Route route) {
        this.target = target;
        this.passwords = passwords;
        this.route = route;
    }

    /**
     * Connects to a server, perhaps through pools and proxies, for one piece of work.
     *
     * @param limit for connecting, and again for each answer
     */
    public <T> T through(HostPort host, Duration limit, ConnectionWork<T> work) throws FaultException {
        Optional<Secret> password = passwords.find(target, host);
        Properties properties = DriverProperties.of(target.endpoint(), host, password, limit);
        // nothing is asked of the session, and no statement prepared, that the next server behind it doesn't know
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "14");
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        PGProperty.PREPARE_THRESHOLD.set(properties, 0);
        Connected connected = open(host, properties, password.isPresent(), limit);
        try {
            return on(connected, work);
        } finally {
            connected.closeQuietly();
        }
    }

    /** Connects to PgBouncer's own console, which takes its few commands only one by one and as plain text. */
    public Connected console(HostPort host, Duration limit) throws FaultException {
        DRIVER.getFilter();
        Optional<Secret> password = passwords.find(target, host);
        Properties properties = DriverProperties.of(target.endpoint(), host, password, limit);
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        PGProperty.REPLICATION.set(properties, "database");
        PGProperty.PREPARE_THRESHOLD.set(properties, 0);
        return open(host, properties, password.isPresent(), limit);
    }

    /** Works on an open connection. */
    public <T> T on(Connected connected, ConnectionWork<T> work) throws FaultException {
        try {
            return work.on(connected);
        } catch (SQLException e) {
            throw new FaultException(Faults.whileAsking(e, target, connected.host()), e);
        }
    }

    private Connected open(HostPort host, Properties properties, boolean hadPassword, Duration limit)
            throws FaultException {
        try {
            Connection jdbc = Drive.open(route, host, properties);
            jdbc.setNetworkTimeout(Runnable::run, (int) limit.toMillis());
            String version = jdbc.unwrap(PGConnection.class).getParameterStatus("server_version");
            return new Connected(jdbc, ServerVersion.parse(version == null ? "0" : version), host);
        } catch (SQLException e) {
            throw new FaultException(Faults.whileConnecting(e, target, host, hadPassword), e);
        }
    }

    private static Logger quiet(Logger logger) {
        logger.setFilter(PlainConnections::isNews);
        return logger;
    }

    private static boolean isNews(LogRecord record) {
        return !String.valueOf(record.getMessage()).startsWith("Unsupported Server Version");
    }
}
