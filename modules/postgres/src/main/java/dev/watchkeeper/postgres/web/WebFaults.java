package dev.watchkeeper.postgres.web;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.RouteException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What goes wrong with HTTP, in words that help. */
final class WebFaults {
    private WebFaults() {}

    /** @param who {@code Patroni at pg-1:8008} */
    static Fault of(Throwable e, String who) {
        Optional<Fault> route = RouteException.behind(e);
        if (route.isPresent()) {
            return route.get();
        }
        if (has(e, UnresolvedAddressException.class) || has(e, UnknownHostException.class)) {
            return new Fault(
                    FaultKind.UNREACHABLE,
                    who + " is not found: its name does not resolve",
                    "Check its spelling, and the name service");
        }
        if (has(e, HttpConnectTimeoutException.class)) {
            return new Fault(
                    FaultKind.UNREACHABLE,
                    who + " does not answer",
                    "Is its host up, and does a firewall let you through?");
        }
        if (has(e, ConnectException.class)) {
            return new Fault(
                    FaultKind.UNREACHABLE, who + " refuses the connection", "Is it running, and is that its port?");
        }
        Optional<CertificateException> certificate = find(e, CertificateException.class);
        if (certificate.isPresent()) {
            return new Fault(
                    FaultKind.DENIED,
                    "the certificate of " + who + " is not trusted: "
                            + certificate.get().getMessage(),
                    "Name the authority's certificate with sslrootcert");
        }
        Optional<SSLException> tls = find(e, SSLException.class);
        if (tls.isPresent()) {
            return new Fault(
                    FaultKind.DENIED,
                    "TLS with " + who + " failed: " + tls.get().getMessage(),
                    "Does it speak https at all?");
        }
        if (e instanceof IOException) {
            return new Fault(
                    FaultKind.UNREACHABLE, who + " broke the connection off, or is no HTTP: " + e.getMessage());
        }
        return new Fault(FaultKind.FAILED, who + ": " + e);
    }

    private static boolean has(Throwable e, Class<? extends Throwable> type) {
        return find(e, type).isPresent();
    }

    private static <T extends Throwable> Optional<T> find(Throwable e, Class<T> type) {
        for (Throwable one = e; one != null; one = one.getCause()) {
            if (type.isInstance(one)) {
                return Optional.of(type.cast(one));
            }
        }
        return Optional.empty();
    }
}
