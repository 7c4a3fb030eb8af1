package dev.watchkeeper.app.workbench;

import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Cluster;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One cluster for each target that somebody looked at. Thread-safe. */
final class Clusters {
    private final PostgresServers postgres;
    private final RedisServers redis;
    private final Map<Target, Cluster> known = new ConcurrentHashMap<>();

    Clusters(PostgresServers postgres, RedisServers redis) {
        this.postgres = postgres;
        this.redis = redis;
    }

    Cluster of(Target target, List<Target> company) {
        return known.computeIfAbsent(target, one -> made(one, company));
    }

    void forget(Target target) {
        Cluster cluster = known.remove(target);
        if (cluster != null) {
            cluster.close();
        }
    }

    void close() {
        known.keySet().forEach(this::forget);
    }

    private Cluster made(Target target, List<Target> company) {
        return RedisServers.suits(target) ? redis.cluster(target, company) : postgres.cluster(target, company);
    }
}
