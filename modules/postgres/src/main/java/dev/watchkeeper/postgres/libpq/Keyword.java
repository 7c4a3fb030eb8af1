package dev.watchkeeper.postgres.libpq;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.text.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The connection parameters that libpq knows (up to PostgreSQL 18), with the variable that each falls back to.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS">Parameter Key Words</a>
 */
enum Keyword {
    SERVICE("PGSERVICE"),
    HOST("PGHOST"),
    HOSTADDR("PGHOSTADDR"),
    PORT("PGPORT"),
    DBNAME("PGDATABASE"),
    USER("PGUSER"),
    PASSWORD("PGPASSWORD"),
    PASSFILE("PGPASSFILE"),
    REQUIRE_AUTH("PGREQUIREAUTH"),
    CHANNEL_BINDING("PGCHANNELBINDING", "disable", "prefer", "require"),
    CONNECT_TIMEOUT("PGCONNECT_TIMEOUT"),
    CLIENT_ENCODING("PGCLIENTENCODING"),
    OPTIONS("PGOPTIONS"),
    APPLICATION_NAME("PGAPPNAME"),
    FALLBACK_APPLICATION_NAME(""),
    KEEPALIVES(""),
    KEEPALIVES_IDLE(""),
    KEEPALIVES_INTERVAL(""),
    KEEPALIVES_COUNT(""),
    TCP_USER_TIMEOUT(""),
    REPLICATION(""),
    GSSENCMODE("PGGSSENCMODE", "disable", "prefer", "require"),
    SSLMODE("PGSSLMODE", "disable", "allow", "prefer", "require", "verify-ca", "verify-full"),

    REQUIRESSL("PGREQUIRESSL"),
    SSLNEGOTIATION("PGSSLNEGOTIATION", "postgres", "direct"),
    SSLCOMPRESSION("PGSSLCOMPRESSION"),
    SSLCERT("PGSSLCERT"),
    SSLKEY("PGSSLKEY"),
    SSLKEYLOGFILE(""),
    SSLPASSWORD(""),
    SSLCERTMODE("PGSSLCERTMODE", "disable", "allow", "require"),
    SSLROOTCERT("PGSSLROOTCERT"),
    SSLCRL("PGSSLCRL"),
    SSLCRLDIR("PGSSLCRLDIR"),
    SSLSNI("PGSSLSNI"),
    REQUIREPEER("PGREQUIREPEER"),
    SSL_MIN_PROTOCOL_VERSION("PGSSLMINPROTOCOLVERSION"),
    SSL_MAX_PROTOCOL_VERSION("PGSSLMAXPROTOCOLVERSION"),
    MIN_PROTOCOL_VERSION("PGMINPROTOCOLVERSION"),
    MAX_PROTOCOL_VERSION("PGMAXPROTOCOLVERSION"),
    KRBSRVNAME("PGKRBSRVNAME"),
    GSSLIB("PGGSSLIB"),
    GSSDELEGATION("PGGSSDELEGATION"),
    SCRAM_CLIENT_KEY(""),
    SCRAM_SERVER_KEY(""),
    TARGET_SESSION_ATTRS(
            "PGTARGETSESSIONATTRS", "any", "read-write", "read-only", "primary", "standby", "prefer-standby"),
    LOAD_BALANCE_HOSTS("PGLOADBALANCEHOSTS", "disable", "random"),
    OAUTH_ISSUER(""),
    OAUTH_CLIENT_ID(""),
    OAUTH_CLIENT_SECRET(""),
    OAUTH_SCOPE("");

    private final String variable;
    private final String allowed;

    Keyword(String variable, String... allowed) {
        this.variable = variable;
        this.allowed = String.join(" ", allowed);
    }

    /** As libpq spells it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The environment variable's name; empty if there is none. */
    String variable() {
        return variable;
    }

    /** The values that libpq allows; empty if any will do. */
    List<String> allowed() {
        return allowed.isEmpty() ? List.of() : List.of(allowed.split(" ", -1));
    }

    /** Whether the value must not be kept in an endpoint. */
    boolean isSecret() {
        return this == PASSWORD
                || this == SSLPASSWORD
                || this == OAUTH_CLIENT_SECRET
                || this == SCRAM_CLIENT_KEY
                || this == SCRAM_SERVER_KEY;
    }

    /** The keyword that is spelled like this, in lower case as libpq wants it. */
    static Optional<Keyword> find(String word) {
        return Arrays.stream(values())
                .filter(keyword -> keyword.word().equals(word))
                .findFirst();
    }

    /**
     * The keyword that is spelled like this.
     *
     * @throws FaultException BAD_INPUT, with the nearest known one, if libpq doesn't know it
     */
    static Keyword of(String word) throws FaultException {
        return find(word).orElseThrow(() -> unknown(word));
    }

    /** The same after a password was read: what looks like an unknown keyword may be the password's rest, so it is not told. */
    static Keyword afterPassword(String word) throws FaultException {
        return find(word)
                .orElseThrow(() -> Faults.badInput(
                        "an unknown connection parameter comes after the password",
                        "If it is a part of the password, quote it there"));
    }

    private static FaultException unknown(String word) {
        List<String> known = Arrays.stream(values()).map(Keyword::word).toList();
        String advice = Nearest.to(word.toLowerCase(Locale.ROOT), known)
                .map(near -> "Did you mean " + near + "?")
                .orElse("Known are host, port, dbname, user, sslmode and the others of libpq's documentation");
        return Faults.badInput(Faults.named("unknown connection parameter", word), advice);
    }
}
