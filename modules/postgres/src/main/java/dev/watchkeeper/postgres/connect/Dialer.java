package dev.watchkeeper.postgres.connect;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.Route;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/**
 * Opens connections to a target, trying its hosts as libpq does. Not the driver's own way through several hosts, because
 * that knows one password for all of them, not all of {@code target_session_attrs}, and remembers for the whole process
 * which host was the primary.
 */
final class Dialer {
    private static final SqlFile ROLE = SqlFile.of(Dialer.class, "role");
    private static final SqlFile BACKEND = SqlFile.of(Dialer.class, "backend");

    private final Target target;
    private final Passwords passwords;
    private final Route route;
    private final Consumer<Properties> more;

    Dialer(Target target, Passwords passwords, Route route) {
        this(target, passwords, route, properties -> {});
    }

    /** @param more sets what else the driver is told for each connection */
    Dialer(Target target, Passwords passwords, Route route, Consumer<Properties> more) {
        this.target = target;
        this.passwords = passwords;
        this.route = route;
        this.more = more;
    }

    /**
     * A connection to the first host that will do.
     *
     * @param timeout for each host; the target's own {@code connect_timeout}, if it has one, goes before
     */
    Connected dial(Duration timeout) throws FaultException {
        Endpoint endpoint = target.endpoint();
        SessionAttrs attrs = attrs(endpoint);
        Duration each = ownTimeout(endpoint, timeout);
        List<HostPort> hosts = new ArrayList<>(endpoint.hosts());
        if (endpoint.parameter("load_balance_hosts", "disable").equals("random")) {
            Collections.shuffle(hosts);
        }
        List<Fault> faults = new ArrayList<>();
        Optional<Connected> found = firstOf(hosts, attrs, each, faults);
        if (found.isEmpty() && attrs == SessionAttrs.PREFER_STANDBY) {
            found = firstOf(hosts, SessionAttrs.ANY, each, faults);
        }
        if (found.isPresent()) {
            return found.get();
        }
        throw new FaultException(faults.size() == 1 ? faults.getFirst() : together(faults));
    }

    private Optional<Connected> firstOf(List<HostPort> hosts, SessionAttrs attrs, Duration timeout, List<Fault> faults)
            throws FaultException {
        for (HostPort host : hosts) {
            try {
                Connected connected = dial(host, timeout);
                if (fits(connected, attrs)) {
                    return Optional.of(connected);
                }
                connected.closeQuietly();
                faults.add(new Fault(
                        FaultKind.UNREACHABLE,
                        host + " is not what target_session_attrs=" + attrs.label() + " asks for",
                        "Waiting for a server of this target that is"));
            } catch (FaultException e) {
                if (e.fault().kind() == FaultKind.BAD_INPUT
                        || e.fault().kind() == FaultKind.UNSUPPORTED
                        || wasRejected(e)) {
                    throw e;
                }
                faults.add(e.fault());
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a server answered and did not let this role in, or has no such database. As in libpq, the other hosts are not
     * tried then: a wrong password tried again and again locks an account.
     */
    private static boolean wasRejected(FaultException e) {
        return e.getCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && (cause.getSQLState().startsWith("28") || cause.getSQLState().equals("3D000"));
    }

    private Connected dial(HostPort host, Duration timeout) throws FaultException {
        Optional<Secret> password = passwords.find(target, host);
        try {
            Properties properties = DriverProperties.of(target.endpoint(), host, password, timeout);
            more.accept(properties);
            return connected(Drive.open(route, host, properties), host);
        } catch (SQLException e) {
            throw new FaultException(Faults.whileConnecting(e, target, host, password.isPresent()), e);
        }
    }

    private Connected connected(Connection jdbc, HostPort host) throws SQLException, FaultException {
        String said = jdbc.unwrap(PGConnection.class).getParameterStatus("server_version");
        ServerVersion version =
                ServerVersion.parse(said == null ? jdbc.getMetaData().getDatabaseProductVersion() : said);
        Connected connected = new Connected(jdbc, version, host, isPooled(jdbc, version));
        if (version.major() < SqlFile.OLDEST) {
            connected.closeQuietly();
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    host + " runs PostgreSQL " + version + ", which is not supported",
                    "Watchkeeper needs PostgreSQL " + SqlFile.OLDEST + " or newer");
        }
        return connected;
    }

    /** A pool gives each client a number of its own to cancel by, not that of the server's process. */
    private static boolean isPooled(Connection jdbc, ServerVersion version) throws SQLException, FaultException {
        if (version.major() < SqlFile.OLDEST) {
            return false;
        }
        PGConnection driver = jdbc.unwrap(PGConnection.class);
        // a statement that is prepared in one session is not known to the next
        int usual = driver.getPrepareThreshold();
        driver.setPrepareThreshold(0);
        try (Statement statement = jdbc.createStatement();
                ResultSet result = statement.executeQuery(BACKEND.text(version))) {
            Rows rows = new Rows(result);
            rows.next();
            boolean pooled = rows.integer("pid") != driver.getBackendPID();
            driver.setPrepareThreshold(pooled ? 0 : usual);
            return pooled;
        }
    }

    private boolean fits(Connected connected, SessionAttrs attrs) throws FaultException {
        if (attrs == SessionAttrs.ANY) {
            return true;
        }
        try (PreparedStatement statement = connected.prepare(ROLE);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            rows.next();
            return attrs.accepts(rows.flag("standby"), rows.flag("read_only"));
        } catch (SQLException e) {
            connected.closeQuietly();
            throw new FaultException(Faults.whileAsking(e, target, connected.host()), e);
        }
    }

    private static SessionAttrs attrs(Endpoint endpoint) throws FaultException {
        String label = endpoint.parameter("target_session_attrs", "any");
        return SessionAttrs.of(label)
                .orElseThrow(() -> new FaultException(
                        FaultKind.BAD_INPUT,
                        "target_session_attrs can't be " + label,
                        "It is any, read-write, read-only, primary, standby or prefer-standby"));
    }

    private static Duration ownTimeout(Endpoint endpoint, Duration otherwise) throws FaultException {
        String own = endpoint.parameter("connect_timeout", "");
        if (own.isEmpty()) {
            return otherwise;
        }
        try {
            int seconds = Integer.parseInt(own.strip());
            // libpq: zero or negative waits for ever, 1 is rounded up to 2
            return seconds <= 0 ? otherwise : Duration.ofSeconds(Math.max(2, seconds));
        } catch (NumberFormatException e) {
            throw new FaultException(
                    FaultKind.BAD_INPUT, "connect_timeout can't be " + own, "It is a number of seconds");
        }
    }

    /** The most telling of several hosts' faults goes first: a refusal tells more than silence. */
    private static Fault together(List<Fault> faults) {
        Fault first = faults.stream()
                .filter(fault -> fault.kind() == FaultKind.DENIED)
                .findFirst()
                .orElse(faults.getFirst());
        FaultKind kind =
                faults.stream().anyMatch(fault -> fault.kind().mayPass()) ? FaultKind.UNREACHABLE : first.kind();
        StringBuilder message = new StringBuilder("none of the hosts will do: ");
        List<String> said = faults.stream().map(Fault::message).distinct().toList();
        message.append(String.join("; ", said));
        return new Fault(kind, message.toString(), first.advice());
    }
}
