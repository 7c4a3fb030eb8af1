package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.HostPort;
import java.util.List;
import java.util.function.Consumer;

/** The other replicas, who must be told whom to follow where no sentinel does it. */
final class Siblings {
    private Siblings() {}

    /** One that can't be told keeps nobody from being told. */
    static void follow(List<Seen> siblings, Seen primary, HostPort address, Consumer<String> tell) {
        for (Seen sibling : siblings) {
            if (sibling.equals(primary) || !sibling.isHere()) {
                continue;
            }
            try {
                sibling.server()
                        .act(connected -> connected.ask("REPLICAOF", address.host(), Integer.toString(address.port())));
                tell.accept(sibling.name() + " was told to follow it");
            } catch (FaultException e) {
                tell.accept(sibling.name() + " could not be told: " + e.fault().message());
            }
        }
    }
}
