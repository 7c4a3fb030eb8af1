package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.redis.connect.Connected;
import dev.watchkeeper.redis.connect.RedisRefusal;
import dev.watchkeeper.redis.connect.Reply;
import dev.watchkeeper.redis.text.InfoText;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks one server what it knows. Few and cheap questions: this is done at every refresh. */
final class Asker {
    private final Clock clock;

    Asker(Clock clock) {
        this.clock = clock;
    }

    /** Three questions at most. */
    DataSight data(Connected connected) throws FaultException {
        InfoText info = InfoText.parse(connected.ask("INFO").text());
        if (info.get("redis_mode").equals("sentinel")) {
            throw new FaultException(
                    FaultKind.BAD_INPUT, connected.host() + " is a sentinel", "Write sentinel://" + connected.host());
        }
        long watchers = allowed(connected, -1, "PUBSUB", "NUMSUB", Hello.CHANNEL);
        long minReplicas = info.has("min_slaves_good_slaves")
                ? allowed(connected, 0, "CONFIG", "GET", "min-replicas-to-write")
                : 0;
        return new DataSight(info, watchers, minReplicas, at(info), connected.version(), info.bytes());
    }

    /** The second of two values; what may not be asked is not known. */
    private static long allowed(Connected connected, long otherwise, String... words) throws FaultException {
        try {
            List<Reply> parts = connected.ask(words).list();
            return parts.size() == 2 ? parts.get(1).number() : otherwise;
        } catch (RedisRefusal e) {
            return otherwise;
        }
    }

    /**
     * What it says of one primary. All of it at the first time; then three questions, in turn: its opinion always, whether
     * it could act with its peers at one time, its replicas and its clock at the next.
     *
     * @param name of the primary; empty for the only or first one
     * @param last what it said before
     * @param even whether this is the turn of the peers
     */
    SentinelSight sentinel(Connected connected, String name, Optional<SentinelSight> last, boolean even)
            throws FaultException {
        boolean peers = last.isEmpty() || even;
        boolean rest = last.isEmpty() || !even;
        InfoText info = rest ? info(connected) : last.get().info();
        String wanted = name.isEmpty() ? first(info, connected) : name;
        try {
            Watched primary = watched(connected.ask("SENTINEL", "MASTER", wanted));
            Quorum quorum = peers
                    ? quorum(connected, wanted)
                    : new Quorum(last.get().quorumReached(), last.get().quorumSaid());
            return new SentinelSight(
                    info,
                    wanted,
                    primary,
                    rest
                            ? all(connected.ask("SENTINEL", "REPLICAS", wanted))
                            : last.get().replicas(),
                    peers
                            ? all(connected.ask("SENTINEL", "SENTINELS", wanted))
                            : last.get().sentinels(),
                    quorum.reached(),
                    quorum.said(),
                    rest ? at(info) : clock.instant(),
                    connected.version(),
                    rest ? info.bytes() : 0);
        } catch (RedisRefusal e) {
            if (e.said().contains("No such master")) {
                throw new FaultException(
                        FaultKind.BAD_INPUT,
                        connected.host() + " watches no primary called " + wanted,
                        "It watches " + names(info));
            }
            throw e;
        }
    }

    private static InfoText info(Connected connected) throws FaultException {
        InfoText info = InfoText.parse(connected.ask("INFO").text());
        if (!info.get("redis_mode").equals("sentinel")) {
            throw new FaultException(
                    FaultKind.BAD_INPUT, connected.host() + " is no sentinel", "Write redis://" + connected.host());
        }
        return info;
    }

    private static String first(InfoText info, Connected connected) throws FaultException {
        return info.numbered("master").values().stream()
                .map(fields -> fields.getOrDefault("name", ""))
                .findFirst()
                .orElseThrow(() -> new FaultException(
                        FaultKind.CONFLICT,
                        connected.host() + " watches nothing",
                        "SENTINEL MONITOR <name> <ip> <port> <quorum> gives it something to watch"));
    }

    private static String names(InfoText info) {
        return String.join(
                ", ",
                info.numbered("master").values().stream()
                        .map(fields -> fields.getOrDefault("name", ""))
                        .toList());
    }

    private record Quorum(boolean reached, String said) {}

    private static Quorum quorum(Connected connected, String name) throws FaultException {
        try {
            return new Quorum(
                    true, connected.ask("SENTINEL", "CKQUORUM", name).text().replaceFirst("^OK ", ""));
        } catch (RedisRefusal e) {
            if (e.said().startsWith("NOQUORUM")) {
                return new Quorum(false, e.said().replaceFirst("^NOQUORUM ", ""));
            }
            throw e;
        }
    }

    private static Watched watched(Reply reply) {
        return new Watched(Map.copyOf(reply.pairs()));
    }

    private static List<Watched> all(Reply reply) {
        return reply.list().stream().map(Asker::watched).toList();
    }

    /** Not every version tells its clock; then this machine's has to do. */
    private Instant at(InfoText info) {
        long micros = info.number("server_time_usec");
        return micros == 0 ? clock.instant() : Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }
}
