package dev.watchkeeper.postgres.connect;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.postgresql.PGProperty;

/** libpq's connection parameters in the words of pgjdbc. */
final class DriverProperties {
    private static final Map<String, PGProperty> SAME = Map.ofEntries(
            Map.entry("sslmode", PGProperty.SSL_MODE),
            Map.entry("sslcert", PGProperty.SSL_CERT),
            Map.entry("sslkey", PGProperty.SSL_KEY),
            Map.entry("sslpassword", PGProperty.SSL_PASSWORD),
            Map.entry("sslnegotiation", PGProperty.SSL_NEGOTIATION),
            Map.entry("channel_binding", PGProperty.CHANNEL_BINDING),
            Map.entry("require_auth", PGProperty.REQUIRE_AUTH),
            Map.entry("gssencmode", PGProperty.GSS_ENC_MODE),
            Map.entry("krbsrvname", PGProperty.KERBEROS_SERVER_NAME),
            Map.entry("options", PGProperty.OPTIONS));

    /** What libpq knows and pgjdbc has no word for, where ignoring it would make a connection less safe than asked for. */
    private static final Set<String> UNSAFE_TO_IGNORE =
            Set.of("sslcrl", "sslcrldir", "requirepeer", "ssl_min_protocol_version", "ssl_max_protocol_version");

    /** What the driver would only complain about in words that look like a broken network. */
    private static final Map<String, List<String>> CHOICES = Map.of(
            "sslmode", List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
            "sslnegotiation", List.of("postgres", "direct"),
            "channel_binding", List.of("disable", "prefer", "require"),
            "gssencmode", List.of("disable", "prefer", "require"));

    private DriverProperties() {}

    static Properties of(Endpoint endpoint, HostPort host, Optional<Secret> password, Duration connectTimeout)
            throws FaultException {
        Properties properties = new Properties();
        PGProperty.PG_HOST.set(properties, host.host());
        PGProperty.PG_PORT.set(properties, host.port());
        PGProperty.PG_DBNAME.set(properties, endpoint.database());
        PGProperty.USER.set(properties, endpoint.user());
        // an empty password keeps the driver from looking for one in places that libpq's rules forbid
        PGProperty.PASSWORD.set(properties, password.map(Secret::reveal).orElse(""));
        PGProperty.APPLICATION_NAME.set(properties, "watchkeeper");
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        int seconds = (int) Math.max(1, connectTimeout.toSeconds());
        PGProperty.CONNECT_TIMEOUT.set(properties, seconds);
        PGProperty.LOGIN_TIMEOUT.set(properties, seconds + 1);
        PGProperty.SOCKET_TIMEOUT.set(properties, seconds + 1);
        PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
        for (Map.Entry<String, String> parameter : endpoint.parameters().entrySet()) {
            put(properties, parameter.getKey(), parameter.getValue());
        }
        if (host.isUnixSocket()) {
            throughUnixSocket(properties, host);
        }
        return properties;
    }

    /** The server's socket file in that folder; as in libpq, sslmode means nothing there. */
    private static void throughUnixSocket(Properties properties, HostPort host) {
        PGProperty.PG_HOST.set(properties, "localhost");
        PGProperty.SOCKET_FACTORY.set(properties, "org.newsclub.net.unix.AFUNIXSocketFactory$FactoryArg");
        PGProperty.SOCKET_FACTORY_ARG.set(properties, host.host() + "/.s.PGSQL." + host.port());
        PGProperty.SSL_MODE.set(properties, "disable");
    }

    private static void put(Properties properties, String name, String value) throws FaultException {
        PGProperty same = SAME.get(name);
        check(name, value);
        if (name.equals("sslkey")) {
            ClientKey.algorithm(value).ifPresent(algorithm -> PGProperty.PEM_KEY_ALGORITHM.set(properties, algorithm));
        }
        if (same != null) {
            same.set(properties, value);
        } else if (name.equals("sslrootcert")) {
            if (value.equals("system")) {
                PGProperty.SSL_FACTORY.set(properties, "org.postgresql.ssl.DefaultJavaSSLFactory");
            } else {
                PGProperty.SSL_ROOT_CERT.set(properties, value);
            }
        } else if (UNSAFE_TO_IGNORE.contains(name)) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    name + " is not supported by the JDBC driver",
                    "Take it out of the connection, if you can do without what it protects from");
        }
    }

    private static void check(String name, String value) throws FaultException {
        List<String> choices = CHOICES.get(name);
        if (choices != null && !choices.contains(value)) {
            throw new FaultException(
                    FaultKind.BAD_INPUT, name + " can't be " + value, "It is one of " + String.join(", ", choices));
        }
    }
}
