package dev.watchkeeper.redis.backup;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.text.InfoText;

/**
 * Where a Redis writes its snapshot.
 *
 * @param version of the server
 * @param file its path on the server's host
 * @param usedBytes how much memory its data take
 */
public record RdbPlace(String version, String file, long usedBytes) {
    /**
     * Asks the server; blocks.
     *
     * @throws FaultException DENIED if it may not be asked for its settings
     */
    public static RdbPlace of(RedisServer server) throws FaultException {
        return server.look(connected -> {
            String folder = connected.ask("CONFIG", "GET", "dir").pairs().getOrDefault("dir", "");
            String name = connected.ask("CONFIG", "GET", "dbfilename").pairs().getOrDefault("dbfilename", "");
            InfoText info = InfoText.parse(connected.ask("INFO", "memory").text());
            return new RdbPlace(connected.version().toString(), folder + "/" + name, info.number("used_memory", 0));
        });
    }
}
