package dev.watchkeeper.app.reports;

import dev.watchkeeper.redis.clients.Client;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Redis' clients as data: the fields of {@code CLIENT LIST} by their own names, with units where there are any. */
public final class ClientRecords {
    private static final List<String> KEYS = List.of(
            "id",
            "kind",
            "name",
            "user",
            "addr",
            "laddr",
            "db",
            "age_s",
            "idle_s",
            "cmd",
            "multi",
            "subscriptions",
            "blocked",
            "omem_bytes",
            "tot_mem_bytes",
            "flags",
            "library");

    private ClientRecords() {}

    /** The rows of these clients, in their order. */
    public static Records of(List<Client> clients) {
        return new Records(KEYS, clients.stream().map(ClientRecords::row).toList());
    }

    private static SequencedMap<String, @Nullable Object> row(Client client) {
        return new Records.Row()
                .with("id", client.id())
                .with("kind", client.kind().label())
                .with("name", client.name())
                .with("user", client.user())
                .with("addr", client.address())
                .with("laddr", client.localAddress())
                .with("db", client.database())
                .with("age_s", client.age().toSeconds())
                .with("idle_s", client.idle().toSeconds())
                .with("cmd", client.command())
                .with("multi", client.multi() < 0 ? null : client.multi())
                .with("subscriptions", client.subscriptions())
                .with("blocked", client.isBlocked())
                .with("omem_bytes", client.outputBytes())
                .with("tot_mem_bytes", client.totalBytes())
                .with("flags", client.flags())
                .with("library", client.library())
                .values();
    }
}
