package dev.watchkeeper.lab.debian;

import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.process.Parallel;
import dev.watchkeeper.lab.process.Patience;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster that Patroni manages: etcd, and nodes n1, n2 …, all on 127.0.0.1. Gone after {@link #close}. */
public final class PatroniLab implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final LabFolder folder;
    private final EtcdServer etcd;
    private final List<PatroniNode> nodes;

    private PatroniLab(LabFolder folder, EtcdServer etcd, List<PatroniNode> nodes) {
        this.folder = folder;
        this.etcd = etcd;
        this.nodes = nodes;
    }

    /** Starts so many nodes; n1 is the leader, the others stream from it. */
    public static PatroniLab start(int count) throws IOException, SQLException {
        return start(count, Map.of());
    }

    /** @param tags Patroni's tags of some nodes, by their names */
    public static PatroniLab start(int count, Map<String, Map<String, String>> tags) throws IOException, SQLException {
        LabFolder folder = LabFolder.create();
        EtcdServer etcd = new EtcdServer(folder);
        List<PatroniNode> nodes = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            nodes.add(new PatroniNode(folder, etcd, "n" + i, tags.getOrDefault("n" + i, Map.of())));
        }
        PatroniLab lab = new PatroniLab(folder, etcd, List.copyOf(nodes));
        boolean complete = false;
        try {
            lab.startAll();
            complete = true;
            return lab;
        } finally {
            if (!complete) {
                lab.close();
            }
        }
    }

    /** Where the others that stand around it can be started. */
    public LabFolder folder() {
        return folder;
    }

    public List<PatroniNode> nodes() {
        return nodes;
    }

    public PatroniNode node(String name) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The one that has the leader's key now; empty for a moment during a change. */
    public Optional<PatroniNode> leader() {
        return nodes.stream().filter(node -> node.is("leader")).findFirst();
    }

    /** Waits until one is the leader, and all others that run stream from it. */
    public PatroniNode settle() throws IOException, SQLException {
        Patience.until(LIMIT, "Patroni has a leader whom all follow", this::settled);
        return leader().orElseThrow();
    }

    private boolean settled() {
        Optional<PatroniNode> leader = leader();
        long others = nodes.stream().filter(node -> node.is("replica")).count();
        return leader.isPresent()
                && others == nodes.size() - 1L
                && streams(leader.get()) == others
                && nodes.stream().allMatch(node -> node.sees(nodes.size()));
    }

    private static long streams(PatroniNode leader) {
        try (Connection connection = leader.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(*) from pg_stat_replication where state = 'streaming'")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException notNow) {
            return -1;
        }
    }

    private void startAll() throws IOException, SQLException {
        etcd.start();
        PatroniNode first = nodes.getFirst();
        first.start();
        Patience.until(LIMIT, "n1 is the leader", () -> first.is("leader"));
        Parallel.all(
                nodes.stream().skip(1).map(node -> (Parallel.Step) node::start).toList());
        settle();
    }

    @Override
    public void close() throws IOException, SQLException {
        try {
            Parallel.all(nodes.stream().map(node -> (Parallel.Step) node::kill).toList());
            etcd.stop();
        } finally {
            folder.close();
        }
    }
}
