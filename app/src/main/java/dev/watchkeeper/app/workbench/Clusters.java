package dev.watchkeeper.app.workbench;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Cluster;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.kernel.topology.Preflight;
import dev.watchkeeper.kernel.topology.Subject;
import dev.watchkeeper.kernel.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One cluster for each target that somebody looked at. Thread-safe. */
final class Clusters {
    private final RedisServers redis;
    private final Map<Target, Cluster> known = new ConcurrentHashMap<>();

    Clusters(RedisServers redis) {
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
        if (RedisServers.suits(target)) {
            return redis.cluster(target, company);
        }
        return new Alone(new FaultException(new Fault(
                FaultKind.UNSUPPORTED,
                "who follows " + target.name() + " can't be found out: that is not built for "
                        + target.endpoint().engine().title() + " (" + company.size() + " others were named)")));
    }

    /** Of an engine that does not replicate. */
    private record Alone(FaultException fault) implements Cluster {
        @Override
        public Probe<Topology> probe() {
            return new Probe<>() {
                @Override
                public String name() {
                    return "replication";
                }

                @Override
                public Snapshot<Topology> read() throws FaultException {
                    throw fault;
                }
            };
        }

        @Override
        public List<Preflight> preflights() throws FaultException {
            throw fault;
        }

        @Override
        public Action switchover(String candidate) throws FaultException {
            throw fault;
        }

        @Override
        public List<Offer> offers(Topology seen, Subject subject) {
            return List.of();
        }

        @Override
        public void lend(String node) {
            // nobody is found
        }

        @Override
        public void close() {
            // nothing was opened
        }
    }
}
