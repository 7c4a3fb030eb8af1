package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.AddressMap;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.text.InfoText;
import java.util.List;

/** Who follows a server, by its own word. */
public final class Replicas {
    private Replicas() {}

    /** Those that are online, as they are reached from here; blocks. */
    public static List<HostPort> online(RedisServer server) throws FaultException {
        InfoText info = InfoText.parse(
                server.probe(connected -> connected.ask("INFO", "replication").text()));
        Addresses addresses = new Addresses(AddressMap.of(server.target().endpoint()));
        HostPort announcer = server.target().endpoint().hosts().getFirst();
        return info.numbered("slave").values().stream()
                .filter(fields -> "online".equals(fields.get("state")))
                .flatMap(fields -> Addresses.of(fields.get("ip"), fields.get("port")).stream())
                .map(address -> addresses.reach(address, announcer))
                .toList();
    }
}
