package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.HostPort;
import java.util.List;
import java.util.function.Consumer;

/** The primary is dead and nobody watches: a replica is promoted, and the others are told to follow it. */
record ByHand(Field field, Seen old, Seen candidate, Consumer<String> tell) {
    Outcome run(Aftermath aftermath) throws FaultException {
        HostPort to = field.announced(candidate);
        List<Seen> siblings = field.followersOf(old);
        candidate.server().act(connected -> connected.ask("REPLICAOF", "NO", "ONE"));
        Seen now = aftermath.newPrimary();
        Siblings.follow(siblings, now, to, tell);
        return aftermath.end(now);
    }
}
