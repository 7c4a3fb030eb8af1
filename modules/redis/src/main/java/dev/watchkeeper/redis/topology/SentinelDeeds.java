package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.connect.RedisRefusal;
import java.time.Duration;
import java.util.function.Consumer;

/** What a sentinel can be told. */
final class SentinelDeeds {
    private static final Duration FOUND_AGAIN = Duration.ofSeconds(15);

    private SentinelDeeds() {}

    /** The sentinel's own choice, by force: for a primary that this sentinel has, whatever the others think. */
    static Action failover(Field field, Seen sentinel) throws FaultException {
        SentinelSight sight = sight(sentinel);
        Seen primary = field.primaryOf(new Field.Opinion(sentinel, sight))
                .orElseThrow(() -> new FaultException(
                        FaultKind.CONFLICT, sentinel.name() + " watches a server that is not known here", ""));
        String choice = new Succession(field, primary)
                .line().stream().findFirst().map(Seen::name).orElse("nobody: it will refuse");
        String quorum = sight.quorumReached() ? "" : ". ! The quorum is not reachable: " + sight.quorumSaid();
        String preview = "Lets " + sentinel.name() + " promote the replica that it chooses (" + choice
                + ") instead of " + primary.name() + ", without asking the other sentinels. Writes that reach "
                + primary.name() + " until it is told, 10 to 20 s, are lost; a switchover holds them back" + quorum;
        return new Change(
                sentinel.server().target(),
                "sentinel-failover",
                preview,
                "SENTINEL FAILOVER " + sight.name(),
                Danger.DANGEROUS,
                tell -> failover(field, sentinel, primary, tell));
    }

    private static Outcome failover(Field field, Seen sentinel, Seen primary, Consumer<String> tell)
            throws FaultException {
        try (Watch watch = new Watch(field.servers().toList())) {
            Aftermath aftermath = new Aftermath(field, primary, watch, tell);
            try {
                sentinel.server()
                        .act(connected -> connected.ask(
                                "SENTINEL", "FAILOVER", sight(sentinel).name()));
            } catch (RedisRefusal e) {
                throw new FaultException(
                        FaultKind.CONFLICT, sentinel.name() + " refuses: " + e.said(), "Nothing was changed");
            }
            return aftermath.end(aftermath.newPrimary());
        }
    }

    /** Forgets replicas and sentinels, and finds those that live. */
    static Action reset(Seen sentinel) throws FaultException {
        SentinelSight sight = sight(sentinel);
        String preview = "Lets " + sentinel.name() + " forget "
                + Sizes.of(sight.replicas().size(), "replica", "replicas") + " and "
                + Sizes.of(sight.sentinels().size(), "other sentinel", "other sentinels") + " of " + sight.name()
                + ", and find again those that live, within about 10 s; until then it can't take part in a failover. Do it on"
                + " one sentinel after the other, 30 s apart";
        return new Change(
                sentinel.server().target(),
                "sentinel-reset",
                preview,
                "SENTINEL RESET " + sight.name(),
                Danger.DANGEROUS,
                tell -> reset(sentinel, sight));
    }

    private static Outcome reset(Seen sentinel, SentinelSight before) throws FaultException {
        long start = System.nanoTime();
        long alive = before.sentinels().stream().filter(one -> !one.isDown()).count();
        long following = before.replicas().stream().filter(one -> !one.isDown()).count();
        sentinel.server().act(connected -> connected.ask("SENTINEL", "RESET", before.name()));
        boolean found = Waiting.until(FOUND_AGAIN, () -> {
            Watched now = master(sentinel, before.name());
            return now.number("num-other-sentinels") >= alive && now.number("num-slaves") >= following;
        });
        Watched now = master(sentinel, before.name());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String message = "it knows " + Sizes.of(now.number("num-slaves"), "replica", "replicas") + " and "
                + Sizes.of(now.number("num-other-sentinels"), "other sentinel", "other sentinels") + " after "
                + Spans.words(took);
        return new Outcome(found, message, took);
    }

    private static Watched master(Seen sentinel, String name) throws FaultException {
        return new Watched(sentinel.server()
                .look(connected -> connected.ask("SENTINEL", "MASTER", name))
                .pairs());
    }

    private static SentinelSight sight(Seen sentinel) throws FaultException {
        return sentinel.opinion()
                .orElseThrow(() ->
                        new FaultException(FaultKind.UNREACHABLE, sentinel.name() + " does not answer", "Start it"));
    }
}
