package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.ClientRecords;
import dev.watchkeeper.app.reports.ClientsDocument;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.reports.RedisSentences;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.clients.Client;
import dev.watchkeeper.redis.clients.ClientList;
import dev.watchkeeper.redis.clients.ClientsProbe;
import dev.watchkeeper.report.Document;
import java.util.Comparator;
import java.util.List;

/** What leaves the sessions pane of a Redis or a sentinel. */
final class ClientsOutput implements PaneOutput<ClientList> {
    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public boolean suits(Target target) {
        Engine engine = target.endpoint().engine();
        return engine == Engine.REDIS || engine == Engine.SENTINEL;
    }

    @Override
    public Probe<ClientList> probe(Workbench bench, Target target, List<Target> company) {
        return new ClientsProbe(bench.redis(target));
    }

    @Override
    public String sentence(Snapshot<ClientList> snapshot) {
        return RedisSentences.of(snapshot);
    }

    @Override
    public List<Records> records(Snapshot<ClientList> snapshot) {
        return List.of(ClientRecords.of(snapshot.value().clients()));
    }

    @Override
    public List<Sheet> sheets(Snapshot<ClientList> snapshot) {
        Sheet sheet = new Sheet()
                .number("id")
                .text("kind")
                .text("name")
                .text("user")
                .text("address")
                .number("db")
                .number("connected")
                .number("idle")
                .number("memory")
                .text("last command");
        for (Client client : busiestFirst(snapshot)) {
            sheet.row(
                    Long.toString(client.id()),
                    client.kind().words(),
                    client.called(),
                    client.user(),
                    client.address(),
                    Integer.toString(client.database()),
                    Spans.clock(client.age()),
                    Spans.clock(client.idle()),
                    Sizes.bytes(client.totalBytes()),
                    client.command());
        }
        return List.of(sheet);
    }

    @Override
    public Document document(Snapshot<ClientList> snapshot, Origin origin) {
        return ClientsDocument.of(snapshot, busiestFirst(snapshot), origin);
    }

    private static List<Client> busiestFirst(Snapshot<ClientList> snapshot) {
        return snapshot.value().clients().stream()
                .sorted(Comparator.comparing(Client::idle).thenComparingLong(Client::id))
                .toList();
    }
}
