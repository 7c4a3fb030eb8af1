package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.redis.connect.Connected;
import dev.watchkeeper.redis.connect.RedisRefusal;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.connect.Reply;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hears the sentinels of a server say who they are: the only way to them from a Redis server. */
final class Listener {
    private static final Logger LOG = System.getLogger(Listener.class.getName());

    /** Each speaks every two seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(2_500);

    private Listener() {}

    /**
     * Those that were heard; empty if it may not be listened.
     *
     * @param expected ends listening when so many were heard
     */
    static List<Hello> hear(RedisServer server, long expected) {
        Map<String, Hello> heard = new LinkedHashMap<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            server.apart(PATIENCE, connected -> {
                subscribe(connected);
                while (heard.size() < expected && System.nanoTime() < deadline) {
                    List<Reply> message = connected.next().list();
                    Hello.parse(message.size() == 3 ? message.get(2).text() : "")
                            .ifPresent(hello -> heard.put(hello.id(), hello));
                }
                return heard.size();
            });
        } catch (RedisRefusal e) {
            LOG.log(
                    Level.DEBUG,
                    "sentinels can't be heard through {0}: {1}",
                    server.target().name(),
                    e.getMessage());
        } catch (FaultException e) {
            // the time is up, with or without all of them
            LOG.log(
                    Level.DEBUG,
                    "{0} sentinels heard through {1}",
                    heard.size(),
                    server.target().name());
        }
        return List.copyOf(heard.values());
    }

    private static void subscribe(Connected connected) throws FaultException {
        connected.ask("SUBSCRIBE", Hello.CHANNEL);
    }
}
