package dev.watchkeeper.app.workbench;

import dev.watchkeeper.kernel.host.Routes;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Cluster;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.topology.RedisCluster;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The Redis targets, and those around them. Thread-safe. */
final class RedisServers {
    private final Passwords passwords;
    private final Routes routes;
    private final Clock clock;
    private final FoundRedis found;
    private final List<Target> named = new CopyOnWriteArrayList<>();
    private final Map<Target, RedisServer> open = new ConcurrentHashMap<>();
    private volatile Optional<Duration> probeTimeout = Optional.empty();

    /**
     * @param routes how one gets to where a target stands
     * @param saved targets; may be asked at any time
     */
    RedisServers(Passwords passwords, Routes routes, Supplier<List<Target>> saved, Clock clock) {
        this.passwords = passwords;
        this.routes = routes;
        this.clock = clock;
        this.found = new FoundRedis(
                passwords,
                routes,
                () -> Stream.concat(named.stream(), saved.get().stream()).toList());
    }

    static boolean suits(Target target) {
        Engine engine = target.endpoint().engine();
        return engine == Engine.REDIS || engine == Engine.SENTINEL;
    }

    RedisServer open(Target target) {
        return open.computeIfAbsent(target, one -> {
            RedisServer server = new RedisServer(one, passwords, routes);
            probeTimeout.ifPresent(server::probeTimeout);
            return server;
        });
    }

    RedisServer beside(Target finder, HostPort address) {
        return found.door(finder, address, Engine.REDIS);
    }

    Cluster cluster(Target target, List<Target> company) {
        List<Target> kin = company.stream().filter(RedisServers::suits).toList();
        named.add(target);
        named.addAll(kin);
        return new RedisCluster(target, kin, found, clock);
    }

    void probeTimeout(Duration timeout) {
        probeTimeout = Optional.of(timeout);
        open.values().forEach(server -> server.probeTimeout(timeout));
        found.probeTimeout(timeout);
    }

    void forget(Target target) {
        named.remove(target);
        RedisServer server = open.remove(target);
        if (server != null) {
            server.close();
        }
    }

    void close() {
        open.keySet().forEach(this::forget);
    }
}
