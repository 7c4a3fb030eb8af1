package dev.watchkeeper.postgres.libpq;

import dev.watchkeeper.kernel.target.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of a password file: {@code host:port:database:user:password}. In the first four a lone asterisk stands for
 * anything; a backslash protects a colon or a backslash.
 */
record PassLine(Field host, Field port, Field database, Field user, Secret password) {
    /**
     * One of the first four.
     *
     * @param text without the backslashes
     * @param isAny whether it is a lone asterisk, which matches anything
     */
    record Field(String text, boolean isAny) {
        boolean matches(String value) {
            return isAny || text.equals(value);
        }
    }

    boolean matches(String wantedHost, String wantedPort, String wantedDatabase, String wantedUser) {
        return host.matches(wantedHost)
                && port.matches(wantedPort)
                && database.matches(wantedDatabase)
                && user.matches(wantedUser);
    }

    /** Empty if it is a comment or has fewer than five fields; what stands after a fifth one is ignored. */
    static Optional<PassLine> parse(String line) {
        if (line.startsWith("#")) {
            return Optional.empty();
        }
        List<Field> fields = fields(line);
        if (fields.size() < 5) {
            return Optional.empty();
        }
        Secret password = new Secret(fields.get(4).text());
        return Optional.of(new PassLine(fields.get(0), fields.get(1), fields.get(2), fields.get(3), password));
    }

    private static List<Field> fields(String line) {
        List<Field> fields = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ':') {
                fields.add(new Field(text.toString(), line.substring(start, i).equals("*")));
                text.setLength(0);
                start = i + 1;
            } else if (c == '\\' && i + 1 < line.length()) {
                text.append(line.charAt(++i));
            } else {
                text.append(c);
            }
        }
        fields.add(new Field(text.toString(), line.substring(start).equals("*")));
        return fields;
    }
}
