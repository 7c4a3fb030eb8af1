package dev.watchkeeper.app.panes.clients;

import dev.watchkeeper.redis.clients.Client;
import dev.watchkeeper.redis.clients.ClientKind;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which clients the person wants to see.
 *
 * @param text that one of the columns must contain; empty: any
 * @param kinds only these; empty: all
 */
record Wanted(String text, Set<ClientKind> kinds) {
    static final Wanted ALL = new Wanted("", Set.of());

    Wanted {
        kinds = Set.copyOf(kinds);
    }

    boolean lets(Client client) {
        String sought = text.strip().toLowerCase(Locale.ROOT);
        boolean kind = kinds.isEmpty() || kinds.contains(client.kind());
        return kind && (sought.isEmpty() || columns(client).anyMatch(column -> column.contains(sought)));
    }

    private static Stream<String> columns(Client client) {
        return Stream.of(
                        Long.toString(client.id()),
                        client.kind().words(),
                        client.name(),
                        client.user(),
                        client.address(),
                        client.command(),
                        client.library())
                .map(column -> column.toLowerCase(Locale.ROOT));
    }

    /** In words, for the cover of a report; empty if all is shown. */
    String words() {
        String with = text.isBlank() ? "" : "with “" + text.strip() + "”";
        String only = kinds.stream().sorted().map(ClientKind::words).collect(Collectors.joining(", "));
        return with.isEmpty() || only.isEmpty() ? with + only : with + ", " + only;
    }
}
