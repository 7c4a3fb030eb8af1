package dev.watchkeeper.postgres.cluster;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.topology.Cluster;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.kernel.topology.Preflight;
import dev.watchkeeper.kernel.topology.Subject;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.postgres.front.Behind;
import dev.watchkeeper.postgres.front.Entry;
import dev.watchkeeper.postgres.front.Front;
import dev.watchkeeper.postgres.front.FrontNames;
import dev.watchkeeper.postgres.front.FrontPicture;
import dev.watchkeeper.postgres.front.FrontSight;
import dev.watchkeeper.postgres.front.Landing;
import dev.watchkeeper.postgres.front.Landings;
import dev.watchkeeper.postgres.patroni.PatroniFinder;
import dev.watchkeeper.postgres.patroni.PatroniHold;
import dev.watchkeeper.postgres.patroni.PatroniOffers;
import dev.watchkeeper.postgres.patroni.PatroniPicture;
import dev.watchkeeper.postgres.patroni.PatroniSelf;
import dev.watchkeeper.postgres.replication.PostgresCluster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL cluster with what stands around it. Thread-safe. */
public final class SurroundedCluster implements Cluster {
    private final PostgresCluster servers;
    private final PatroniFinder patroni;
    private final Surroundings surroundings;
    private final Landings landings;
    private final Probe<Topology> probe = new Everything();

    /**
     * @param servers whose hints are this Patroni's
     * @param door how one connects through a pool or proxy
     */
    SurroundedCluster(PostgresCluster servers, PatroniFinder patroni, Surroundings surroundings, Landings.Door door) {
        this.servers = servers;
        this.patroni = patroni;
        this.surroundings = surroundings;
        this.landings = new Landings(door);
    }

    @Override
    public Probe<Topology> probe() {
        return probe;
    }

    @Override
    public List<Preflight> preflights() throws FaultException {
        return servers.preflights();
    }

    @Override
    public Action switchover(String candidate) throws FaultException {
        return servers.switchover(candidate);
    }

    @Override
    public List<Offer> offers(Topology seen, Subject subject) {
        Optional<Front> front = surroundings.fronts().stream()
                .filter(one -> FrontNames.id(one.target().endpoint().hosts().getFirst())
                        .equals(subject.node()))
                .findFirst();
        if (front.isPresent()) {
            return subject.slot().isEmpty() ? front.get().offers() : List.of();
        }
        List<Offer> offers = new ArrayList<>(servers.offers(seen, subject));
        Optional<PatroniHold> hold = patroni.hold();
        Optional<HostPort> address = seen.node(subject.node()).map(Node::address);
        if (hold.isEmpty() || address.isEmpty() || !subject.slot().isEmpty()) {
            return offers;
        }
        return new PatroniOffers(hold.get()).with(offers, address.get());
    }

    @Override
    public void lend(String node) {
        servers.lend(node);
    }

    @Override
    public void close() {
        servers.close();
        patroni.close();
        surroundings.close();
    }

    private final class Everything implements Probe<Topology> {
        @Override
        public String name() {
            return "replication";
        }

        /** Fails only if nobody answers; one at a time, whoever asks. */
        @Override
        public synchronized Snapshot<Topology> read() throws FaultException {
            surroundings.begin();
            Optional<FaultException> nobody = Optional.empty();
            Optional<Snapshot<Topology>> own = Optional.empty();
            try {
                own = Optional.of(servers.probe().read());
            } catch (FaultException e) {
                nobody = Optional.of(e);
            }
            List<FrontSight> sights = surroundings.take();
            Optional<PatroniHold> hold = patroni.hold();
            boolean anybody = hold.isPresent()
                    || sights.stream().anyMatch(sight -> sight.node().connected());
            if (nobody.isPresent() && !anybody) {
                throw why(sights).map(FaultException::new).orElse(nobody.get());
            }
            Topology topology = servers.topology();
            Map<String, PatroniSelf> selves = Map.of();
            if (hold.isPresent()) {
                selves = selves(hold.get(), topology);
                topology = new PatroniPicture(hold.get().view(), this::node, selves).on(topology);
            }
            List<Behind> behind = Cast.behind(servers.members(), topology);
            List<FrontSight> open = LocalEntries.in(sights, behind);
            List<Landing> landings = landings(open);
            List<FrontSight> shown = surroundings.related(open, behind, landings);
            topology = new FrontPicture(behind, shown, landings).on(topology);
            return snapshot(topology, own, selves);
        }

        /** What keeps the one from answering through whom the servers would be found. */
        private Optional<Fault> why(List<FrontSight> sights) {
            String finder =
                    FrontNames.id(surroundings.finder().endpoint().hosts().getFirst());
            return patroni.trouble()
                    .or(() -> sights.stream()
                            .map(FrontSight::node)
                            .filter(node -> node.id().equals(finder))
                            .findFirst()
                            .flatMap(Node::trouble));
        }

        private List<Landing> landings(List<FrontSight> sights) {
            List<Entry> entries =
                    sights.stream().flatMap(sight -> sight.entries().stream()).toList();
            return landings.of(entries);
        }

        private String node(HostPort address) {
            return servers.member(address.toString()).map(member -> member.id()).orElse(address.toString());
        }

        /** Of the leader and of those that SQL can't enter, all at once. */
        private Map<String, PatroniSelf> selves(PatroniHold hold, Topology topology) {
            Map<String, PatroniSelf> selves = new ConcurrentHashMap<>();
            boolean anyUnknown =
                    hold.view().members().stream().anyMatch(member -> isUnknown(member.address(), topology));
            List<Thread> threads = hold.view().members().stream()
                    .filter(member -> anyUnknown && (member.role().leads() || isUnknown(member.address(), topology)))
                    .map(member -> Thread.startVirtualThread(
                            () -> patroni.self(member).ifPresent(self -> selves.put(member.name(), self))))
                    .toList();
            for (Thread thread : threads) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return selves;
        }

        private boolean isUnknown(@Nullable HostPort address, Topology topology) {
            return address != null
                    && PatroniPicture.isUnknown(topology.node(node(address)).orElse(null));
        }

        private static Snapshot<Topology> snapshot(
                Topology topology, Optional<Snapshot<Topology>> own, Map<String, PatroniSelf> selves) {
            Cost cost = own.map(Snapshot::cost).orElse(Cost.NONE);
            Instant taken = own.map(Snapshot::takenAt).orElseGet(Instant::now);
            ServerVersion version = own.map(Snapshot::version)
                    .or(() -> selves.values().stream()
                            .map(PatroniSelf::postgresVersion)
                            .filter(text -> !text.isEmpty())
                            .map(ServerVersion::parse)
                            .findFirst())
                    .orElseGet(() -> new ServerVersion(0, ""));
            return new Snapshot<>(topology, taken, version, cost);
        }
    }
}
