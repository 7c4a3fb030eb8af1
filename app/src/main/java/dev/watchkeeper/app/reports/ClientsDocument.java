package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.clients.Client;
import dev.watchkeeper.redis.clients.ClientKind;
import dev.watchkeeper.redis.clients.ClientList;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Cell;
import dev.watchkeeper.report.Column;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.Fact;
import dev.watchkeeper.report.Line;
import dev.watchkeeper.report.Tone;
import java.util.ArrayList;
import java.util.List;

/** Redis' clients for the incident ticket. */
public final class ClientsDocument {
    private ClientsDocument() {}

    /**
     * A list of these clients, in their order.
     *
     * @param shown those of the snapshot that are wanted
     */
    public static Document of(Snapshot<ClientList> snapshot, List<Client> shown, Origin origin) {
        List<Block> blocks = List.of(
                new Block.Facts(facts(snapshot.value())),
                new Block.Heading("Clients", Sizes.of(shown.size(), "client", "clients")),
                new Block.Table(
                        columns(),
                        shown.stream().map(client -> (Line) row(client)).toList(),
                        "Nobody is connected, or nobody whom the filter lets through"));
        return new Document(
                "Sessions on " + origin.target().name(),
                Sentences.alone(RedisSentences.of(snapshot)),
                origin.cover(snapshot),
                blocks);
    }

    private static List<Fact> facts(ClientList list) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Connected",
                Sizes.count(list.clients().size()) + (list.max() == 0 ? "" : " of " + Sizes.count(list.max()))));
        for (ClientKind kind : ClientKind.values()) {
            long count = list.count(kind);
            if (count > 0) {
                facts.add(new Fact(Sentences.alone(kind.words()), Sizes.count(count)));
            }
        }
        facts.add(new Fact("Memory that they take", Sizes.bytes(list.bytes())));
        if (!list.role().isEmpty()) {
            facts.add(new Fact("Server", list.role()));
        }
        return facts;
    }

    private static List<Column> columns() {
        return List.of(
                Column.code("ID", 8),
                Column.badge("Kind", 11),
                Column.text("Name", 14),
                Column.text("User", 10),
                Column.text("Address", 18),
                Column.number("DB", "", 5),
                Column.number("Connected", "h:min:s", 11),
                Column.number("Idle", "h:min:s", 9),
                Column.code("Last command", 14),
                Column.number("Memory", "", 9));
    }

    private static Line.Row row(Client client) {
        Tone tone = switch (client.kind()) {
            case BLOCKED, TRANSACTION, MONITOR -> Tone.AMBER;
            default -> Tone.PLAIN;
        };
        return Line.Row.of(
                Cell.of(Long.toString(client.id())),
                Cell.of(client.kind().words(), tone),
                Cell.of(client.called()),
                Cell.of(client.user()),
                Cell.of(client.address()),
                Cell.of(Integer.toString(client.database())),
                Cell.of(Spans.clock(client.age())),
                Cell.of(Spans.clock(client.idle())),
                Cell.of(client.command()),
                Cell.of(Sizes.bytes(client.totalBytes())));
    }
}
