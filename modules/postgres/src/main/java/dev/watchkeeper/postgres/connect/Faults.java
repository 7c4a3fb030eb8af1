package dev.watchkeeper.postgres.connect;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.RouteException;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What the driver and the server say when something goes wrong, in words that help. SQLSTATEs: documentation, appendix A. */
final class Faults {
    private Faults() {}

    static Fault whileConnecting(SQLException e, Target target, HostPort host, boolean hadPassword) {
        String user = target.endpoint().user();
        Fault network = network(e, host);
        if (network != null) {
            return network;
        }
        String message = e.getMessage() == null ? e.toString() : e.getMessage().strip();
        String state = state(e);
        if (cause(e, FileNotFoundException.class).isPresent()
                || cause(e, NoSuchFileException.class).isPresent()) {
            return new Fault(
                    FaultKind.BAD_INPUT,
                    "no connection to " + host + " without its files: " + firstLine(message),
                    "Check sslrootcert, sslcert and sslkey in the connection");
        }
        if (state.equals("28P01") || (message.contains("password") && !state.startsWith("57"))) {
            return hadPassword
                    ? new Fault(
                            FaultKind.DENIED,
                            host + " does not accept the password of " + user,
                            "Check where it comes from (.pgpass, variable, keychain, vault), then ask again with F5")
                    : new Fault(
                            FaultKind.DENIED,
                            host + " wants a password for " + user + ", and none was found",
                            "Put it into ~/.pgpass (mode 0600), or name its place in connections.yaml: password: ${VARIABLE}");
        }
        if (message.contains("pg_hba.conf")) {
            return new Fault(
                    FaultKind.DENIED,
                    host + " lets nobody in as " + user + " from here: " + firstLine(message),
                    "Add a line to pg_hba.conf, or change sslmode if only its encryption differs");
        }
        if (message.contains("does not support SSL")) {
            return new Fault(
                    FaultKind.DENIED,
                    host + " does not offer TLS, but sslmode="
                            + target.endpoint().parameter("sslmode", "prefer") + " asks for it",
                    "Switch ssl on at the server, or use sslmode=prefer");
        }
        return byState(state, message, host, target);
    }

    static Fault whileAsking(SQLException e, Target target, HostPort host) {
        Fault network = network(e, host);
        if (network != null) {
            return network;
        }
        String message = e.getMessage() == null ? e.toString() : e.getMessage().strip();
        return byState(state(e), message, host, target);
    }

    private static Fault byState(String state, String message, HostPort host, Target target) {
        String said = host + ": " + firstLine(message);
        return switch (state) {
            case "57014" ->
                new Fault(
                        FaultKind.TIMEOUT,
                        host + " did not answer within the statement timeout",
                        "Choose a longer interval with -, or look what keeps the server busy");
            case "55P03" -> new Fault(FaultKind.TIMEOUT, said, "Something it needs is locked");
            case "57P01", "57P02", "57P05" -> new Fault(FaultKind.UNREACHABLE, host + " is shutting down");
            case "57P03" -> new Fault(FaultKind.UNREACHABLE, said);
            case "53300" ->
                new Fault(
                        FaultKind.UNREACHABLE,
                        said,
                        "All connections are taken; a superuser still finds superuser_reserved_connections of them free");
            case "3D000" ->
                new Fault(
                        FaultKind.DENIED,
                        host + " has no database called " + target.endpoint().database(),
                        "Name another one in the connection");
            case "28000" ->
                new Fault(FaultKind.DENIED, said, "Check the role in the connection, and pg_hba.conf at the server");
            // the driver's own refusals: what the server asks for is not what the connection allows
            case "08004" ->
                new Fault(
                        FaultKind.DENIED,
                        said,
                        "Check how the connection is secured: sslmode, channel_binding, require_auth");
            case "42501" ->
                new Fault(
                        FaultKind.DENIED, said, "The role " + target.endpoint().user() + " lacks a right");
            default ->
                state.startsWith("08")
                        ? new Fault(
                                FaultKind.UNREACHABLE,
                                "the connection to " + said,
                                "It is tried again; look whether the server runs, and the network between")
                        : new Fault(FaultKind.FAILED, said);
        };
    }

    private static @Nullable Fault network(SQLException e, HostPort host) {
        Optional<Fault> route = RouteException.behind(e);
        if (route.isPresent()) {
            return route.get();
        }
        if (cause(e, UnknownHostException.class).isPresent()) {
            return new Fault(
                    FaultKind.UNREACHABLE,
                    "no host is called " + host.host(),
                    "Check its spelling, and the name service");
        }
        if (host.isUnixSocket() && cause(e, SocketException.class).isPresent()) {
            return new Fault(
                    FaultKind.UNREACHABLE,
                    "no server listens at " + host.host() + "/.s.PGSQL." + host.port(),
                    "Is it running, and is that the folder of its sockets (unix_socket_directories)?");
        }
        // the driver's login timeout, which ends an attempt as a whole, has no cause
        boolean loginTimeout = state(e).equals("08001") && e.getCause() == null;
        if (loginTimeout || cause(e, SocketTimeoutException.class).isPresent()) {
            return new Fault(
                    FaultKind.UNREACHABLE,
                    host + " does not answer",
                    "Is it running, and does a firewall let you through?");
        }
        Optional<CertificateExpiredException> expired = cause(e, CertificateExpiredException.class);
        if (expired.isPresent()) {
            return new Fault(
                    FaultKind.DENIED,
                    "the certificate of " + host + " has expired: "
                            + expired.get().getMessage(),
                    "Renew it on the server");
        }
        Optional<Exception> untrusted = cause(e, CertificateException.class)
                .map(Exception.class::cast)
                .or(() -> cause(e, CertPathValidatorException.class).map(Exception.class::cast));
        if (untrusted.isPresent()) {
            return new Fault(
                    FaultKind.DENIED,
                    "the certificate of " + host + " is not trusted: "
                            + firstLine(String.valueOf(untrusted.get().getMessage())),
                    "Name the authority's certificate with sslrootcert");
        }
        Optional<SSLException> tls = cause(e, SSLException.class);
        if (tls.isPresent()) {
            return new Fault(
                    FaultKind.DENIED,
                    "TLS with " + host + " failed: "
                            + firstLine(String.valueOf(tls.get().getMessage())));
        }
        if (cause(e, ConnectException.class).isPresent()
                || cause(e, NoRouteToHostException.class).isPresent()) {
            return new Fault(
                    FaultKind.UNREACHABLE,
                    host + " refuses the connection",
                    "Is the server running, and is that its port?");
        }
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("hostname") && message.contains("could not be verified")) {
            return new Fault(
                    FaultKind.DENIED,
                    "the certificate of " + host + " is made out to another name",
                    "Connect by the name that it holds, or use sslmode=verify-ca");
        }
        return null;
    }

    private static <T extends Throwable> Optional<T> cause(Throwable e, Class<T> type) {
        for (Throwable one = e; one != null; one = one.getCause()) {
            if (type.isInstance(one)) {
                return Optional.of(type.cast(one));
            }
        }
        return Optional.empty();
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
