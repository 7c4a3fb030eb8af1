package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.connect.Connected;
import dev.watchkeeper.redis.connect.RedisRefusal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Through the sentinels. They leave an old primary that is alive as it is for 10 to 20 s, in which it takes writes that are
 * lost: so writes are held back there from before, and it is made a replica as soon as the new one is there.
 */
final class SentinelTurn {
    private static final Logger LOG = System.getLogger(SentinelTurn.class.getName());

    /** A sentinel asks for priorities every ten seconds. */
    private static final Duration NOTICE = Duration.ofSeconds(15);

    private static final Duration CATCH_UP = Duration.ofSeconds(1);
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Field field;
    private final Preflights preflights;
    private final Seen old;
    private final Seen candidate;
    private final Watch watch;
    private final Consumer<String> tell;

    SentinelTurn(Field field, Preflights preflights, Seen candidate, Watch watch, Consumer<String> tell) {
        this.field = field;
        this.preflights = preflights;
        this.old = preflights.primary();
        this.candidate = candidate;
        this.watch = watch;
        this.tell = tell;
    }

    /**
     * How long writes are held back at most. Sentinels speak through the same server: held back for longer than they have
     * patience, it would seem to be down.
     */
    static Duration pause(Succession succession) {
        long patience = succession
                .sentinel()
                .map(opinion -> opinion.sight().primary().number("down-after-milliseconds"))
                .orElse(LONGEST_PAUSE_MILLIS);
        return Duration.ofMillis(Math.min(LONGEST_PAUSE_MILLIS, patience * 7 / 10));
    }

    Outcome run(Aftermath aftermath) throws FaultException {
        Field.Opinion sentinel = preflights.succession().sentinel().orElseThrow();
        tell.accept(checkQuorum(sentinel));
        OptionalLong steering = preflights.succession().needed(candidate);
        if (steering.isPresent()) {
            steer(sentinel, steering.getAsLong());
        }
        try {
            boolean held = old.isPrimary() && hold();
            try {
                failover(sentinel);
                Seen now = aftermath.newPrimary();
                if (old.isPrimary()) {
                    demote(now);
                }
                return aftermath.end(now);
            } finally {
                if (held) {
                    release();
                }
            }
        } finally {
            if (steering.isPresent()) {
                prioritise(Succession.priority(candidate));
            }
        }
    }

    private static String checkQuorum(Field.Opinion sentinel) throws FaultException {
        try {
            return sentinel.sentinel()
                    .server()
                    .act(connected -> connected.ask(
                            "SENTINEL", "CKQUORUM", sentinel.sight().name()))
                    .text();
        } catch (RedisRefusal e) {
            return e.said();
        }
    }

    private void steer(Field.Opinion sentinel, long priority) throws FaultException {
        prioritise(priority);
        tell.accept(candidate.name() + " has replica-priority " + priority + "; waiting for the sentinel to notice");
        boolean noticed = Waiting.until(
                NOTICE,
                () -> sentinel
                        .sentinel()
                        .server()
                        .look(connected -> connected.ask(
                                "SENTINEL", "REPLICAS", sentinel.sight().name()))
                        .list()
                        .stream()
                        .map(reply -> new Watched(reply.pairs()))
                        .anyMatch(one -> one.number("slave-priority") == priority
                                && one.address()
                                        .flatMap(address -> field.meant(sentinel.sentinel(), address))
                                        .map(candidate::equals)
                                        .orElse(false)));
        if (!noticed) {
            prioritise(Succession.priority(candidate));
            throw new FaultException(
                    FaultKind.FAILED,
                    "the sentinel did not notice the priority of " + candidate.name() + " within "
                            + Spans.words(NOTICE),
                    "Nothing else was done, and the priority is as before");
        }
    }

    /** The sentinels write the configuration of whom they promote, with this priority in it: so it is written again. */
    private void prioritise(long priority) throws FaultException {
        candidate.server().act(connected -> {
            connected.ask("CONFIG", "SET", "replica-priority", Long.toString(priority));
            return rewrite(connected);
        });
    }

    private static boolean rewrite(Connected connected) throws FaultException {
        try {
            connected.ask("CONFIG", "REWRITE");
            return true;
        } catch (RedisRefusal e) {
            LOG.log(Level.DEBUG, "no configuration file is kept: {0}", e.said());
            return false;
        }
    }

    /** False where it may not be done; then writes go on, and what comes after the promotion is lost. */
    private boolean hold() throws FaultException {
        Duration most = pause(preflights.succession());
        try {
            old.server().act(connected -> connected.ask("CLIENT", "PAUSE", Long.toString(most.toMillis()), "WRITE"));
            watch.held(most);
        } catch (RedisRefusal e) {
            tell.accept("writes can't be held back at " + old.name() + ": " + e.said());
            return false;
        }
        boolean caughtUp = Waiting.until(CATCH_UP, this::hasAll);
        tell.accept("writes wait at " + old.name() + ", for " + Spans.words(most) + " at most"
                + (caughtUp ? "; " + candidate.name() + " has all" : ""));
        return true;
    }

    private boolean hasAll() {
        Optional<Watch.Reading> sender = watch.now(old);
        Optional<Watch.Reading> receiver = watch.now(candidate);
        return sender.isPresent()
                && receiver.isPresent()
                && receiver.get().offset() >= sender.get().offset();
    }

    private void failover(Field.Opinion sentinel) throws FaultException {
        try {
            sentinel.sentinel()
                    .server()
                    .act(connected -> connected.ask(
                            "SENTINEL", "FAILOVER", sentinel.sight().name()));
        } catch (RedisRefusal e) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    sentinel.sentinel().name() + " refuses: " + e.said(),
                    "Nothing was changed; try again when what it says has passed");
        }
        tell.accept(sentinel.sentinel().name() + " has begun the failover");
    }

    /** What the sentinels do themselves later: follow the new one, and send the clients away so that they ask anew. */
    private void demote(Seen now) {
        HostPort to = field.announcedBy(now, old);
        try {
            old.server().act(connected -> {
                connected.ask("REPLICAOF", to.host(), Integer.toString(to.port()));
                rewrite(connected);
                connected.ask("CLIENT", "UNPAUSE");
                return connected.ask("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
            });
            tell.accept(old.name() + " was told to follow it, and its clients to go");
        } catch (FaultException e) {
            tell.accept(
                    old.name() + " could not be told to follow it: " + e.fault().message());
        }
    }

    private void release() {
        try {
            old.server().act(connected -> connected.ask("CLIENT", "UNPAUSE"));
        } catch (FaultException e) {
            LOG.log(Level.DEBUG, "writes go on by themselves at {0}: {1}", old.name(), e.getMessage());
        }
    }
}
