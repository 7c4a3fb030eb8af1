package dev.watchkeeper.redis.connect;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.RouteException;
import dev.watchkeeper.kernel.target.HostPort;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What can go wrong between here and the server. */
final class NetworkFaults {
    private NetworkFaults() {}

    static Fault of(Throwable e, HostPort host, boolean tls, boolean entering) {
        Optional<Fault> route = RouteException.behind(e);
        if (route.isPresent()) {
            return route.get();
        }
        if (has(e, UnknownHostException.class) || text(e).contains("unknown host")) {
            return new Fault(
                    FaultKind.UNREACHABLE,
                    "no host is called " + host.host(),
                    "Check its spelling, and the name service");
        }
        if (has(e, CertificateException.class) || has(e, CertPathValidatorException.class)) {
            return certificate(e, host);
        }
        if (has(e, SSLException.class) && tls) {
            return tls(e, host);
        }
        if (has(e, SocketTimeoutException.class)) {
            return entering ? silent(host, tls) : Faults.slow(host);
        }
        if (has(e, ConnectException.class) || has(e, NoRouteToHostException.class)) {
            return new Fault(
                    FaultKind.UNREACHABLE,
                    host + " refuses the connection",
                    "Is the server running, and is that its port?");
        }
        if (entering && tls) {
            return new Fault(
                    FaultKind.UNREACHABLE,
                    host + " hangs up after the TLS handshake",
                    "If it wants a certificate from its clients (tls-auth-clients), name it with sslcert and sslkey");
        }
        if (entering && !tls) {
            return new Fault(
                    FaultKind.UNREACHABLE,
                    host + " hangs up on a connection without TLS",
                    "If it speaks TLS on that port, write rediss://, or tls=true in the connection");
        }
        return new Fault(
                FaultKind.UNREACHABLE,
                "the connection to " + host + " broke",
                "It is tried again; look whether the server runs, and the network between");
    }

    private static Fault silent(HostPort host, boolean tls) {
        return tls
                ? new Fault(
                        FaultKind.UNREACHABLE,
                        host + " does not answer in TLS",
                        "Does it speak TLS on that port? Without, write redis://; else: is it running, and does a firewall let"
                                + " you through?")
                : new Fault(
                        FaultKind.UNREACHABLE,
                        host + " does not answer",
                        "Is it running, and does a firewall let you through?");
    }

    private static Fault certificate(Throwable e, HostPort host) {
        String why = cause(e, CertificateException.class)
                .map(Throwable::getMessage)
                .or(() -> cause(e, CertPathValidatorException.class).map(Throwable::getMessage))
                .orElse("");
        if (has(e, CertificateExpiredException.class)) {
            return new Fault(
                    FaultKind.DENIED, "the certificate of " + host + " has expired: " + why, "Renew it on the server");
        }
        if (why.contains("subject alternative") || why.contains("No name matching")) {
            return new Fault(
                    FaultKind.DENIED,
                    "the certificate of " + host + " is made out to another name",
                    "Connect by the name that it holds, or use sslmode=verify-ca");
        }
        return new Fault(
                FaultKind.DENIED,
                "the certificate of " + host + " is not trusted: "
                        + why.lines().findFirst().orElse(""),
                "Name the authority's certificate with sslrootcert");
    }

    private static Fault tls(Throwable e, HostPort host) {
        String said = text(e);
        if (said.contains("unsupported or unrecognized ssl message") || said.contains("remote host terminated")) {
            return new Fault(
                    FaultKind.DENIED,
                    host + " does not speak TLS on that port",
                    "Write redis:// instead of rediss://, or take tls=true away");
        }
        if (said.contains("certificate_required") || said.contains("bad_certificate")) {
            return new Fault(
                    FaultKind.DENIED,
                    host + " wants a certificate from its clients",
                    "Name it with sslcert, and its key with sslkey; tls-auth-clients says so at the server");
        }
        return new Fault(
                FaultKind.DENIED,
                "TLS with " + host + " failed: "
                        + cause(e, SSLException.class)
                                .map(Throwable::getMessage)
                                .orElse(""));
    }

    private static String text(Throwable e) {
        StringBuilder text = new StringBuilder();
        for (Throwable one = e; one != null; one = one.getCause()) {
            text.append(String.valueOf(one.getMessage()).toLowerCase(Locale.ROOT))
                    .append('\n');
        }
        return text.toString();
    }

    private static boolean has(Throwable e, Class<? extends Throwable> type) {
        return cause(e, type).isPresent();
    }

    private static <T extends Throwable> Optional<T> cause(Throwable e, Class<T> type) {
        for (Throwable one = e; one != null; one = one.getCause()) {
            if (type.isInstance(one)) {
                return Optional.of(type.cast(one));
            }
            for (Throwable other : one.getSuppressed()) {
                Optional<T> found = cause(other, type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
