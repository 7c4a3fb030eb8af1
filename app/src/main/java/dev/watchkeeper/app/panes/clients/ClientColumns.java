package dev.watchkeeper.app.panes.clients;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.table.LiveColumn;
import dev.watchkeeper.app.controls.table.LiveColumn.Look;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.clients.Client;
import dev.watchkeeper.redis.clients.ClientKind;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The columns of the clients, in their order. */
final class ClientColumns {
    static final String IDLE = "Idle";

    /** More than this waits to be sent to a client that does not read. */
    private static final long MUCH_OUTPUT = 1 << 20;

    private ClientColumns() {}

    static List<LiveColumn<Client>> all() {
        return List.of(
                LiveColumn.<Client>of("ID", 76, Look.STRONG, client -> Long.toString(client.id()))
                        .by(Client::id),
                LiveColumn.<Client>of(
                                "Kind", 104, Look.BADGE, client -> client.kind().words())
                        .toned(client -> tone(client.kind())),
                LiveColumn.of("Name", 186, Look.TEXT, Client::called),
                LiveColumn.of("User", 90, Look.TEXT, Client::user),
                LiveColumn.of("Address", 150, Look.QUIET, Client::address),
                number("DB", 52, client -> (long) client.database(), client -> Integer.toString(client.database()))
                        .yields(1),
                age("Connected", 104, Client::age),
                age(IDLE, 76, Client::idle),
                number(
                        "Queued",
                        80,
                        client -> (long) Math.max(0, client.multi()),
                        client -> client.multi() > 0 ? Sizes.count(client.multi()) : ""),
                number(
                                "Subscribed",
                                104,
                                client -> (long) client.subscriptions(),
                                client -> client.subscriptions() == 0 ? "" : Sizes.count(client.subscriptions()))
                        .yields(2),
                number("To send", 88, Client::outputBytes, client -> bytes(client.outputBytes()))
                        .toned(client -> client.outputBytes() >= MUCH_OUTPUT ? Tone.AMBER : Tone.NEUTRAL),
                number("Memory", 88, Client::totalBytes, client -> bytes(client.totalBytes())),
                LiveColumn.<Client>of("Flags", 70, Look.QUIET, Client::flags).hiddenAtFirst(),
                LiveColumn.<Client>of("Came in at", 170, Look.QUIET, Client::localAddress)
                        .hiddenAtFirst(),
                LiveColumn.<Client>of("Library", 150, Look.QUIET, Client::library)
                        .hiddenAtFirst(),
                LiveColumn.of("Last command", 130, Look.CODE, Client::command));
    }

    static Tone tone(ClientKind kind) {
        return switch (kind) {
            case NORMAL -> Tone.NEUTRAL;
            case BLOCKED, TRANSACTION, MONITOR -> Tone.AMBER;
            case PUBSUB -> Tone.VIOLET;
            case REPLICA, PRIMARY -> Tone.GREEN;
        };
    }

    private static String bytes(long bytes) {
        return bytes == 0 ? "" : Sizes.bytes(bytes);
    }

    private static LiveColumn<Client> age(String title, double width, Function<Client, Duration> age) {
        return LiveColumn.<Client>of(title, width, Look.NUMBER, client -> Spans.clock(age.apply(client)))
                .by(age);
    }

    private static LiveColumn<Client> number(
            String title, double width, Function<Client, Long> number, Function<Client, String> text) {
        return LiveColumn.<Client>of(title, width, Look.NUMBER, text).by(number);
    }
}
