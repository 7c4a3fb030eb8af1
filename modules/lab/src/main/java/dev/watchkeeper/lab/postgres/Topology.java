package dev.watchkeeper.lab.postgres;

import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.process.Parallel;
import dev.watchkeeper.lab.servers.PostgresCommands;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The PostgreSQL members of a lab: a primary with the shop's tables, and those who follow it. */
public final class Topology {
    static final String DATABASE = "shop";
    static final String WAREHOUSE = "dwh";

    private final LabFolder lab;
    private final PostgresCommands commands;
    private final ServerConfig wishes;
    private final Consumer<String> progress;
    private final List<PostgresServer> servers = new CopyOnWriteArrayList<>();

    public Topology(LabFolder lab, PostgresCommands commands, ServerConfig wishes, Consumer<String> progress) {
        this.lab = lab;
        this.commands = commands;
        this.wishes = wishes;
        this.progress = progress;
    }

    /** Starts the primary alone. */
    public void startPrimary() throws IOException, SQLException {
        ClusterFolder folder = ClusterFolder.init(lab, commands, "pg-shop-1");
        startPrimary(folder);
    }

    /** Starts all members, and waits until each follows. */
    public void startAll() throws IOException, SQLException {
        ClusterFolder[] made = new ClusterFolder[2];
        Parallel.all(List.of(
                () -> made[0] = ClusterFolder.init(lab, commands, "pg-shop-1"),
                () -> made[1] = ClusterFolder.init(lab, commands, "pg-dwh-1")));
        ClusterFolder origin = made[0];
        ClusterFolder[] copies = new ClusterFolder[3];
        Parallel.all(List.of(
                () -> copies[0] = origin.copy("pg-shop-2"),
                () -> copies[1] = origin.copy("pg-shop-3"),
                () -> copies[2] = origin.copy("pg-dr-1")));
        PostgresServer primary = startPrimary(origin);
        PostgresServer asynchronous = server(copies[1], "pg-shop-3", MemberRole.ASYNCHRONOUS_STANDBY, DATABASE);
        Parallel.all(List.of(
                () -> follow(
                        primary, copies[0], server(copies[0], "pg-shop-2", MemberRole.SYNCHRONOUS_STANDBY, DATABASE)),
                () -> {
                    follow(primary, copies[1], asynchronous);
                    follow(
                            asynchronous,
                            copies[2],
                            server(copies[2], "pg-dr-1", MemberRole.CASCADING_STANDBY, DATABASE));
                },
                () -> subscribe(primary, made[1])));
        Replication.synchronise(primary, "pg-shop-2");
        progress.accept("pg-shop-1 commits synchronously with pg-shop-2");
    }

    public List<PostgresServer> servers() {
        return servers.stream().sorted((a, b) -> a.role().compareTo(b.role())).toList();
    }

    public Optional<PostgresServer> server(MemberRole role) {
        return servers.stream().filter(server -> server.role() == role).findFirst();
    }

    /** Ends all members, whose data nobody needs any more. */
    public void drop() throws IOException, SQLException {
        Parallel.all(
                servers.stream().map(server -> (Parallel.Step) server::drop).toList());
    }

    /** Makes a slot on the primary that nobody will read from. */
    public void abandonSlot(String name) throws SQLException {
        for (PostgresServer primary : server(MemberRole.PRIMARY).stream().toList()) {
            Replication.makeSlot(primary, name);
        }
    }

    private PostgresServer startPrimary(ClusterFolder folder) throws IOException, SQLException {
        PostgresServer primary = server(folder, "pg-shop-1", MemberRole.PRIMARY, DATABASE);
        folder.configure(OwnSettings.of(lab, primary.name()), wishes);
        primary.start();
        Shop.create(primary, DATABASE);
        Shop.fill(primary);
        progress.accept("pg-shop-1, the primary, on port " + primary.port());
        return primary;
    }

    private void follow(PostgresServer upstream, ClusterFolder folder, PostgresServer standby)
            throws IOException, SQLException {
        folder.configure(OwnSettings.of(lab, standby.name()), wishes);
        Replication.follow(upstream, folder, standby);
        progress.accept("%s, %s of %s, on port %d"
                .formatted(standby.name(), standby.role().label(), upstream.name(), standby.port()));
    }

    private void subscribe(PostgresServer primary, ClusterFolder folder) throws IOException, SQLException {
        PostgresServer subscriber = server(folder, "pg-dwh-1", MemberRole.LOGICAL_SUBSCRIBER, WAREHOUSE);
        folder.configure(OwnSettings.of(lab, subscriber.name()), wishes);
        subscriber.start();
        Shop.create(subscriber, WAREHOUSE);
        Replication.subscribe(primary, subscriber);
        progress.accept("%s, %s of %s, on port %d"
                .formatted(subscriber.name(), subscriber.role().label(), primary.name(), subscriber.port()));
    }

    private PostgresServer server(ClusterFolder folder, String name, MemberRole role, String database) {
        PostgresServer server = new PostgresServer(lab, commands, folder, name, role, database);
        servers.add(server);
        return server;
    }
}
