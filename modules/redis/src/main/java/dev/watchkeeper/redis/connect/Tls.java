package dev.watchkeeper.redis.connect;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Endpoint;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * TLS by the parameters that people know from libpq: {@code sslrootcert}, {@code sslcert}, {@code sslkey} are PEM files;
 * {@code sslmode} is {@code verify-full} unless {@code verify-ca} (any name) or {@code require} (any certificate) is asked
 * for.
 */
final class Tls {
    private static final String FULL = "verify-full";
    private static final String CA = "verify-ca";
    private static final String REQUIRE = "require";

    private Tls() {}

    static boolean isWanted(Endpoint endpoint) {
        return endpoint.parameter("tls", "false").equals("true");
    }

    static SSLParameters parameters(Endpoint endpoint) throws FaultException {
        SSLParameters parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm(mode(endpoint).equals(FULL) ? "HTTPS" : null);
        return parameters;
    }

    static SSLSocketFactory sockets(Endpoint endpoint) throws FaultException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own(endpoint), trusted(endpoint), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "TLS can't be set up as the connection wants it: " + e.getMessage(),
                    "Check sslrootcert, sslcert and sslkey in the connection");
        }
    }

    private static String mode(Endpoint endpoint) throws FaultException {
        String mode = endpoint.parameter("sslmode", FULL);
        if (!List.of(FULL, CA, REQUIRE).contains(mode)) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "sslmode can't be " + mode,
                    "With Redis it is verify-full, verify-ca or require");
        }
        return mode;
    }

    private static KeyManager @Nullable [] own(Endpoint endpoint) throws FaultException, GeneralSecurityException {
        String certificate = endpoint.parameter("sslcert", "");
        if (certificate.isEmpty()) {
            return null;
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(PemFiles.keyStore(certificate, endpoint.parameter("sslkey", certificate)), new char[0]);
        return factory.getKeyManagers();
    }

    private static TrustManager[] trusted(Endpoint endpoint) throws FaultException, GeneralSecurityException {
        if (mode(endpoint).equals(REQUIRE)) {
            return new TrustManager[] {new AnyCertificate()};
        }
        String authority = endpoint.parameter("sslrootcert", "system");
        KeyStore store = authority.equals("system") ? null : PemFiles.trustStore(authority);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
