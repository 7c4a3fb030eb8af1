package dev.watchkeeper.postgres.libpq;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.HostPort;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * libpq's URIs: {@code postgresql://user@host1:5432,[::1]/database?sslmode=require}. Read by libpq's rules, with one
 * exception: a bare {@code @} in a host or a database name is refused, because then a piece of a password that was not
 * percent-encoded would be taken for a name and shown.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS">the rules</a>
 */
public final class ConnectionUri {
    private static final String ENCODE_AT =
            "In a user name or a password write @ as %40, / as %2F, : as %3A, ? as %3F and % as %25";

    private final String text;
    private final Conninfo found = new Conninfo();
    private int at;

    private ConnectionUri(String text) {
        this.text = text;
        this.at = text.indexOf("://") + 3;
    }

    /** Whether it begins like one; then {@link Libpq#resolve} reads it as one. */
    public static boolean isOne(String text) {
        return text.startsWith("postgresql://") || text.startsWith("postgres://");
    }

    static Conninfo parse(String text) throws FaultException {
        return new ConnectionUri(text).parts();
    }

    /** The endpoint as a URI that reads back as the same endpoint. */
    public static String write(Endpoint endpoint) {
        String hosts = endpoint.hosts().stream().map(ConnectionUri::authority).collect(Collectors.joining(","));
        StringJoiner parameters = new StringJoiner("&", "?", "").setEmptyValue("");
        endpoint.parameters().forEach((name, value) -> parameters.add(name + "=" + PercentCode.encode(value)));
        String user = endpoint.user().isEmpty() ? "" : PercentCode.encode(endpoint.user()) + "@";
        return "postgresql://" + user + hosts + "/" + PercentCode.encode(endpoint.database()) + parameters;
    }

    private static String authority(HostPort address) {
        String host = PercentCode.encode(address.host());
        boolean inBrackets = address.host().contains(":");
        return (inBrackets ? "[" + host.replace("%3A", ":") + "]" : host) + ":" + address.port();
    }

    private Conninfo parts() throws FaultException {
        credentials();
        hosts();
        if (at < text.length() && text.charAt(at) == '/') {
            at++;
            String database = upTo("?");
            refuseAt(database, "database name");
            put(Keyword.DBNAME, database);
        }
        if (at < text.length()) {
            at++;
            parameters(text.substring(at));
        }
        return found;
    }

    private void credentials() throws FaultException {
        int end = at;
        while (end < text.length() && text.charAt(end) != '@' && text.charAt(end) != '/') {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '@') {
            String[] both = text.substring(at, end).split(":", 2);
            put(Keyword.USER, both[0]);
            if (both.length == 2) {
                put(Keyword.PASSWORD, both[1]);
            }
            at = end + 1;
        }
    }

    private void hosts() throws FaultException {
        StringJoiner hosts = new StringJoiner(",");
        StringJoiner ports = new StringJoiner(",");
        boolean more = true;
        while (more) {
            hosts.add(host());
            ports.add(port());
            more = at < text.length() && text.charAt(at) == ',';
            at += more ? 1 : 0;
        }
        put(Keyword.HOST, hosts.toString());
        put(Keyword.PORT, ports.toString());
    }

    private String host() throws FaultException {
        if (at >= text.length() || text.charAt(at) != '[') {
            String host = upTo(":/?,");
            refuseAt(host, "host");
            return host;
        }
        int close = text.indexOf(']', at);
        if (close < 0) {
            throw Faults.badInput("an IPv6 address in the connection URI has no closing bracket", "Write [::1]:5432");
        }
        String host = text.substring(at + 1, close);
        refuseAt(host, "host");
        at = close + 1;
        if (host.isEmpty()) {
            throw Faults.badInput("the brackets for an IPv6 address in the connection URI are empty", "Write [::1]");
        }
        if (at < text.length() && ":/?,".indexOf(text.charAt(at)) < 0) {
            throw Faults.badInput(
                    "an IPv6 address in the connection URI is followed by something else", "Write [::1]:5432");
        }
        return host;
    }

    private String port() throws FaultException {
        if (at >= text.length() || text.charAt(at) != ':') {
            return "";
        }
        at++;
        String port = upTo("/?,");
        if (!port.chars().allMatch(c -> (c >= '0' && c <= '9') || KeywordString.isSpace(c))) {
            boolean passwordMayHide = text.indexOf('@', at) >= 0;
            throw Faults.badInput(
                    "a port in the connection URI is not a number",
                    passwordMayHide ? ENCODE_AT : "After the colon stands a number from 1 to 65535");
        }
        return port;
    }

    private void parameters(String query) throws FaultException {
        if (query.isEmpty()) {
            return;
        }
        for (String parameter : query.split("&", -1)) {
            String[] pair = parameter.split("=", -1);
            if (pair.length != 2) {
                throw Faults.badInput(
                        "a parameter of the connection URI is not one key=value",
                        "Join parameters with &; within a value write & as %26 and = as %3D");
            }
            put(PercentCode.decode(pair[0], "name of a parameter"), pair[1]);
        }
    }

    private void put(String name, String encoded) throws FaultException {
        String value = PercentCode.decode(encoded, "value of a parameter");
        if (name.equals("ssl") && value.equals("true")) {
            found.put(Keyword.SSLMODE, "require");
        } else {
            found.put(found.keyword(name), value);
        }
    }

    /** The parts before the question mark count as not given when they are empty. */
    private void put(Keyword keyword, String encoded) throws FaultException {
        if (!encoded.isEmpty()) {
            found.put(keyword, PercentCode.decode(encoded, keyword.word()));
        }
    }

    private String upTo(String ends) {
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private static void refuseAt(String part, String what) throws FaultException {
        if (part.indexOf('@') >= 0) {
            throw Faults.badInput("there is an @ in the " + what + " of the connection URI", ENCODE_AT);
        }
    }
}
