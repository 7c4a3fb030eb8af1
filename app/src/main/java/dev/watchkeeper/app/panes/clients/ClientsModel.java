package dev.watchkeeper.app.panes.clients;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.redis.clients.Client;
import dev.watchkeeper.redis.clients.ClientList;
import java.util.List;

/**
 * What the view shows of one snapshot. Immutable.
 *
 * @param lines filtered and in order
 * @param asked whether the person asked for the change
 */
record ClientsModel(Snapshot<ClientList> snapshot, List<Client> lines, boolean asked) {
    ClientsModel {
        lines = List.copyOf(lines);
    }
}
