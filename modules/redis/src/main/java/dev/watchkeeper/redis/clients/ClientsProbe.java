package dev.watchkeeper.redis.clients;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.redis.connect.Answered;
import dev.watchkeeper.redis.connect.Connected;
import dev.watchkeeper.redis.connect.RedisRefusal;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.text.InfoText;
import java.util.List;
import java.util.Set;

/** Who is connected, by {@code CLIENT LIST}. */
public final class ClientsProbe implements Probe<ClientList> {
    private final RedisServer server;

    public ClientsProbe(RedisServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Snapshot<ClientList> read() throws FaultException {
        return server.probe(this::read);
    }

    private Snapshot<ClientList> read(Connected connected) throws FaultException {
        Answered answered = connected.timed("CLIENT", "LIST");
        Set<Long> own = server.ownClients();
        List<Client> clients = ClientText.read(answered.reply().text()).stream()
                .filter(client -> !own.contains(client.id()) && client.id() != connected.clientId())
                .toList();
        return new Snapshot<>(list(clients, connected), answered.at(), connected.version(), answered.cost());
    }

    /** Role and limit are for the heading: who may not ask for them sees the clients all the same. */
    private static ClientList list(List<Client> clients, Connected connected) throws FaultException {
        InfoText info = InfoText.parse("");
        InfoText roles = info;
        try {
            info = InfoText.parse(connected.ask("INFO", "clients").text());
            roles = InfoText.parse(connected.ask("INFO", "replication").text());
        } catch (RedisRefusal e) {
            return new ClientList(clients, 0, "");
        }
        String role = switch (roles.get("role")) {
            case "master" -> "primary";
            case "slave" -> "replica";
            default -> "sentinel";
        };
        return new ClientList(clients, info.number("maxclients"), role);
    }
}
