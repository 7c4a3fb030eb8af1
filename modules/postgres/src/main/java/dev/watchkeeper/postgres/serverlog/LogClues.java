package dev.watchkeeper.postgres.serverlog;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.place.ServerPlace;
import java.util.Map;
import java.util.TreeMap;

/**
 * What helps to find the log on the server's host.
 *
 * @param current where the server writes now, by the words of {@code log_destination}; empty where there is no collector, or
 *     the role may not ask
 */
public record LogClues(ServerPlace place, Map<String, String> current) {
    public LogClues {
        current = Map.copyOf(current);
    }

    /** Asks a server; blocks. */
    public static LogClues of(PostgresServer server) throws FaultException {
        Map<String, String> current = server.probe(connected -> {
            LogStanding standing = LogStanding.of(connected);
            Map<String, String> paths = new TreeMap<>();
            if (standing.collected() && standing.rights().finds()) {
                new LogFiles(connected).current().forEach((format, path) -> paths.put(format.word(), path));
            }
            return paths;
        });
        return new LogClues(ServerPlace.of(server), current);
    }
}
