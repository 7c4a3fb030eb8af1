package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.HostPort;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Without sentinels: the primary itself hands over to the replica when that has everything. */
record Handover(Field field, Seen old, Seen candidate, Consumer<String> tell) {
    /** Then it gives up, and goes on as the primary. */
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    Outcome run(Aftermath aftermath) throws FaultException {
        HostPort to = field.announcedBy(candidate, old);
        List<Seen> siblings = field.followersOf(old);
        old.server()
                .act(connected -> connected.ask(
                        "FAILOVER",
                        "TO",
                        to.host(),
                        Integer.toString(to.port()),
                        "TIMEOUT",
                        Long.toString(TIMEOUT.toMillis())));
        tell.accept(old.name() + " holds writes back and hands over to " + candidate.name());
        Seen now = aftermath.newPrimary();
        Siblings.follow(siblings, now, to, tell);
        return aftermath.end(now);
    }
}
