package dev.watchkeeper.redis.clients;

import java.util.List;

/**
 * Who is connected, without this console's own connections.
 *
 * @param max {@code maxclients}; 0 if not told
 * @param role {@code primary}, {@code replica} or {@code sentinel}
 */
public record ClientList(List<Client> clients, long max, String role) {
    public ClientList {
        clients = List.copyOf(clients);
    }

    public long count(ClientKind kind) {
        return clients.stream().filter(client -> client.kind() == kind).count();
    }

    /** Memory that all of them take on the server, in bytes. */
    public long bytes() {
        return clients.stream().mapToLong(Client::totalBytes).sum();
    }
}
