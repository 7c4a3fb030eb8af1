package dev.watchkeeper.postgres.libpq;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.HostPort;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * libpq's keyword/value strings: {@code host=a,b port=5432 dbname='my db'}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-KEYWORD-VALUE">the rules</a>
 */
public final class KeywordString {
    private final String text;
    private int at;

    private KeywordString(String text) {
        this.text = text;
    }

    /** Reads a string; of a parameter that is given twice the last counts. */
    static Conninfo parse(String text) throws FaultException {
        return new KeywordString(text).pairs();
    }

    /** A value so that libpq, and {@code Libpq.resolve}, read it back as it was. */
    public static String quote(String value) {
        boolean plain = !value.isEmpty() && value.chars().noneMatch(c -> isSpace(c) || c == '\'' || c == '\\');
        return plain ? value : "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** The endpoint as a keyword string, for psql and its friends. */
    public static String write(Endpoint endpoint) {
        StringJoiner pairs = new StringJoiner(" ");
        pairs.add("host=" + quote(endpoint.hosts().stream().map(HostPort::host).collect(Collectors.joining(","))));
        pairs.add("port="
                + endpoint.hosts().stream()
                        .map(host -> Integer.toString(host.port()))
                        .collect(Collectors.joining(",")));
        pairs.add("dbname=" + quote(endpoint.database()));
        pairs.add("user=" + quote(endpoint.user()));
        endpoint.parameters().forEach((name, value) -> pairs.add(name + "=" + quote(value)));
        return pairs.toString();
    }

    private Conninfo pairs() throws FaultException {
        Conninfo found = new Conninfo();
        skipSpace();
        while (at < text.length()) {
            Keyword keyword = keyword(found);
            skipSpace();
            found.put(keyword, at < text.length() && text.charAt(at) == '\'' ? quoted(keyword) : bare());
            skipSpace();
        }
        return found;
    }

    private Keyword keyword(Conninfo found) throws FaultException {
        int start = at;
        while (at < text.length() && text.charAt(at) != '=' && !isSpace(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        skipSpace();
        if (at >= text.length() || text.charAt(at) != '=') {
            throw Faults.badInput(
                    Keyword.find(word).isPresent()
                            ? "no = follows " + word + " in the connection string"
                            : "something at position " + (start + 1) + " of the connection string has no = after it",
                    "Write keyword=value pairs with spaces between; a value with spaces in it stands in single quotes");
        }
        at++;
        return found.keyword(word);
    }

    private String bare() {
        StringBuilder value = new StringBuilder();
        while (at < text.length() && !isSpace(text.charAt(at))) {
            take(value);
        }
        return value.toString();
    }

    private String quoted(Keyword keyword) throws FaultException {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '\'') {
            take(value);
        }
        if (at >= text.length()) {
            throw Faults.badInput(
                    "the quoted value of " + keyword.word() + " does not end",
                    "Close it with a single quote; write \\' for a quote within");
        }
        at++;
        return value.toString();
    }

    /** One character, or the one that a backslash protects; a backslash at the very end is nothing, as in libpq. */
    private void take(StringBuilder value) {
        if (text.charAt(at) == '\\') {
            at++;
        }
        if (at < text.length()) {
            value.append(text.charAt(at++));
        }
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    /** C's isspace, which libpq asks; a no-break space is none. */
    static boolean isSpace(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
