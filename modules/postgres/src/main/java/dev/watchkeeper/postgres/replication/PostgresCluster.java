package dev.watchkeeper.postgres.replication;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.topology.Cluster;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.kernel.topology.Preflight;
import dev.watchkeeper.kernel.topology.Subject;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.postgres.replication.act.MemberOffers;
import dev.watchkeeper.postgres.replication.discovery.Ground;
import dev.watchkeeper.postgres.replication.discovery.Scout;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.drawing.Assembler;
import dev.watchkeeper.postgres.replication.member.MemberProbe;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A PostgreSQL cluster with all that subscribes to it, found from one of its members. Thread-safe. */
public final class PostgresCluster implements Cluster {
    /** What it asks each member, for people to read; the last one only where timelines have parted. */
    public static final List<SqlFile> STATEMENTS = Stream.concat(
                    MemberProbe.STATEMENTS.stream(), Stream.of(Assembler.STATEMENT))
            .toList();

    /** Members and picture of one refresh. */
    private record Refresh(List<Sighting> members, Topology topology) {}

    private final Ground ground;
    private final Scout scout;
    private final Assembler assembler = new Assembler();
    private final Switching switching;
    private final Probe<Topology> probe = new WholeCluster();
    private volatile Refresh last = new Refresh(List.of(), Topology.EMPTY);

    /** @param switching how this cluster gets another primary */
    public PostgresCluster(Ground ground, Function<PostgresCluster, Switching> switching) {
        this.ground = ground;
        this.scout = new Scout(ground);
        this.switching = switching.apply(this);
    }

    @Override
    public Probe<Topology> probe() {
        return probe;
    }

    /** Asks all members now, in between; the same as one refresh. */
    public Topology refresh() throws FaultException {
        return probe.read().value();
    }

    /** The members as they were found in the last refresh; empty before the first. */
    public List<Sighting> members() {
        return last.members();
    }

    /** The picture of the last refresh. */
    public Topology topology() {
        return last.topology();
    }

    /** A member of the last refresh, by id, by any of its addresses, or by its name. */
    public Optional<Sighting> member(String what) {
        Refresh seen = last;
        return seen.members().stream()
                .filter(member -> member.addresses().stream()
                        .anyMatch(address -> address.toString().equals(what)))
                .findFirst()
                .or(() -> named(seen, what));
    }

    private static Optional<Sighting> named(Refresh seen, String name) {
        List<String> ids = seen.topology().nodes().stream()
                .filter(node -> node.name().equals(name))
                .map(Node::id)
                .toList();
        return seen.members().stream()
                .filter(member -> ids.equals(List.of(member.id())))
                .findFirst();
    }

    @Override
    public List<Preflight> preflights() throws FaultException {
        return switching.preflights();
    }

    @Override
    public Action switchover(String candidate) throws FaultException {
        return switching.switchover(candidate);
    }

    @Override
    public List<Offer> offers(Topology seen, Subject subject) {
        return new MemberOffers(seen, last.members()).of(subject);
    }

    @Override
    public void lend(String node) {
        member(node).ifPresent(member -> member.addresses().forEach(scout::lend));
    }

    @Override
    public void close() {
        ground.doors().close(ground.finder());
    }

    private final class WholeCluster implements Probe<Topology> {
        @Override
        public String name() {
            return "replication";
        }

        /** Fails only if nobody answers; one at a time, whoever asks. */
        @Override
        public synchronized Snapshot<Topology> read() throws FaultException {
            List<Sighting> members = scout.look();
            Optional<MemberReading> first = members.stream()
                    .map(Sighting::reading)
                    .filter(Objects::nonNull)
                    .findFirst();
            Topology topology = assembler.draw(members, scout.followers());
            last = new Refresh(members, topology);
            if (first.isEmpty()) {
                throw new FaultException(nobody(members));
            }
            return new Snapshot<>(topology, first.get().takenAt(), first.get().version(), cost(members));
        }

        private Fault nobody(List<Sighting> members) {
            return members.stream()
                    .flatMap(member -> member.trouble().stream())
                    .findFirst()
                    .orElse(new Fault(
                            FaultKind.UNREACHABLE,
                            "no PostgreSQL server is known behind "
                                    + ground.finder().name(),
                            "Name one of its members"));
        }

        private static Cost cost(List<Sighting> members) {
            return members.stream()
                    .map(Sighting::reading)
                    .filter(Objects::nonNull)
                    .map(MemberReading::cost)
                    .reduce(Cost.NONE, Cost::plus);
        }
    }
}
