package dev.watchkeeper.lab.debian;

import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.process.ServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** One Patroni with its PostgreSQL. It can be stopped, killed, and started again on the same ports. */
public final class PatroniNode {
    private static final Duration GONE = Duration.ofSeconds(10);

    private final LabFolder lab;
    private final EtcdServer etcd;
    private final String name;
    private Map<String, String> tags;
    private final DebianServer server;
    private int apiPort;
    private int port;

    /** @param tags of {@code patroni.yml}: {@code nofailover: "true"} */
    PatroniNode(LabFolder lab, EtcdServer etcd, String name, Map<String, String> tags) throws IOException {
        this.lab = lab;
        this.etcd = etcd;
        this.name = name;
        this.tags = Map.copyOf(tags);
        this.server = new DebianServer(lab, name);
    }

    /** Patroni's name for it. */
    public String name() {
        return name;
    }

    public String host() {
        return DebianServer.HOST;
    }

    /** Of PostgreSQL. */
    public int port() {
        return port;
    }

    /** Of the REST API. */
    public int apiPort() {
        return apiPort;
    }

    /** {@code patroni+http://127.0.0.1:18008} */
    public String apiUri() {
        return "patroni+http://" + host() + ":" + apiPort;
    }

    /** {@code postgresql://postgres@127.0.0.1:15432/postgres}; no password is asked. */
    public String uri() {
        return "postgresql://postgres@%s:%d/postgres".formatted(host(), port);
    }

    /** As the superuser. */
    public Connection connect() throws SQLException {
        return connect(port, "lab");
    }

    /** As the superuser, through any port that leads to a server of this cluster; without a setting in the session. */
    public static Connection connect(int throughPort, String application) throws SQLException {
        return connect(throughPort, application, "postgres");
    }

    /** The same to another database. */
    public static Connection connect(int throughPort, String application, String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {DebianServer.HOST});
        source.setPortNumbers(new int[] {throughPort});
        source.setDatabaseName(database);
        source.setUser("postgres");
        source.setApplicationName(application);
        source.setAssumeMinServerVersion("14");
        source.setSslmode("disable");
        source.setGssEncMode("disable");
        source.setConnectTimeout(3);
        source.setSocketTimeout(10);
        return source.getConnection();
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether the REST API says that it has this role: {@code leader}, {@code replica}, {@code health}. */
    public boolean is(String role) {
        try {
            HttpURLConnection request =
                    (HttpURLConnection) URI.create("http://%s:%d/%s".formatted(host(), apiPort, role))
                            .toURL()
                            .openConnection();
            request.setConnectTimeout(1_000);
            request.setReadTimeout(2_000);
            try {
                return request.getResponseCode() == 200;
            } finally {
                request.disconnect();
            }
        } catch (IOException notNow) {
            return false;
        }
    }

    /**
     * Whether its REST API says that so many members run, and how far all but the leader are behind. Patroni writes that down
     * once a loop, so it is true some time after the servers are ready.
     */
    boolean sees(int members) {
        try {
            HttpURLConnection request =
                    (HttpURLConnection) URI.create("http://%s:%d/cluster".formatted(host(), apiPort))
                            .toURL()
                            .openConnection();
            request.setConnectTimeout(1_000);
            request.setReadTimeout(2_000);
            try (InputStream in = request.getInputStream()) {
                String said = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return times(said, "\"state\": \"(running|streaming)\"") == members
                        && times(said, "\"lag\": [0-9]+") == members - 1L;
            } finally {
                request.disconnect();
            }
        } catch (IOException notNow) {
            return false;
        }
    }

    private static long times(String text, String what) {
        return Pattern.compile(what).matcher(text).results().count();
    }

    /** Gives it other tags, which Patroni reads within a second or two. */
    public void tags(Map<String, String> others) throws IOException {
        tags = Map.copyOf(others);
        Files.writeString(server.home().resolve("patroni.yml"), config(server.home()), StandardCharsets.UTF_8);
        ServerProcess.signal(server.pid(), "HUP");
    }

    void start() throws IOException, SQLException {
        server.start(this::command, () -> apiPort);
    }

    /** Starts it again where it was. */
    public void restart() throws IOException {
        watch();
        server.again();
    }

    /** Stops it in order: Patroni shuts PostgreSQL down, and another one becomes the leader. */
    public void stop() throws IOException {
        server.stop();
        forgetPostmaster();
    }

    /** Kills Patroni and PostgreSQL as a crash of the host would. */
    public void kill() throws IOException, SQLException {
        server.kill();
        ProcessHandle postmaster = postmaster();
        if (postmaster != null) {
            ServerProcess.signal(postmaster.pid(), "QUIT");
            Patience.until(GONE, name + "'s PostgreSQL is gone", () -> !postmaster.isAlive());
        }
        forgetPostmaster();
    }

    /** Lets PostgreSQL and Patroni hang, as a host does that lost its disk; {@link #thaw} ends it. */
    public void freeze() throws IOException {
        signalAll("STOP");
    }

    public void thaw() throws IOException {
        signalAll("CONT");
    }

    private void signalAll(String signal) throws IOException {
        ServerProcess.signal(server.pid(), signal);
        ProcessHandle postmaster = postmaster();
        if (postmaster != null) {
            postmaster.children().forEach(child -> ServerProcess.signal(child.pid(), signal));
            ServerProcess.signal(postmaster.pid(), signal);
        }
    }

    /** Patroni starts PostgreSQL as a process of its own, which outlives it: the watchdog finds it by its pid file. */
    private void watch() throws IOException {
        lab.watch(name + "-postgres", data().resolve("postmaster.pid"));
    }

    /** A file that a crash left behind names a process that may be anybody's by now. */
    private void forgetPostmaster() throws IOException {
        lab.unwatch(name + "-postgres");
    }

    private @Nullable ProcessHandle postmaster() throws IOException {
        Path file = data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return null;
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).orElse(null);
    }

    private Path data() {
        return server.home().resolve("data");
    }

    private List<String> command(Path home) throws IOException {
        apiPort = lab.ports().next();
        port = lab.ports().next();
        watch();
        Path file = home.resolve("patroni.yml");
        Files.writeString(file, config(home), StandardCharsets.UTF_8);
        return List.of(DebianTools.need("patroni").toString(), file.toString());
    }

    private String config(Path home) throws IOException {
        return """
            scope: lab
            name: %1$s
            restapi: {listen: "127.0.0.1:%2$d", connect_address: "127.0.0.1:%2$d"}
            etcd3: {host: "127.0.0.1:%3$d"}
            bootstrap:
              dcs:
                ttl: 20
                loop_wait: 1
                retry_timeout: 3
                maximum_lag_on_failover: 1048576
                postgresql:
                  use_pg_rewind: true
                  use_slots: true
                  parameters: {wal_keep_size: 64MB, max_wal_size: 256MB, wal_log_hints: "on"}
              initdb: [{encoding: UTF8}, {locale: C}, no-sync]
              pg_hba:
                - local all all trust
                - host all all 127.0.0.1/32 trust
                - host replication all 127.0.0.1/32 trust
            postgresql:
              listen: "127.0.0.1:%4$d"
              connect_address: "127.0.0.1:%4$d"
              data_dir: %5$s
              bin_dir: %6$s
              pgpass: %7$s
              authentication:
                superuser: {username: postgres}
                replication: {username: replicator}
              basebackup: [{checkpoint: fast}, no-sync]
              parameters:
                unix_socket_directories: %8$s
                shared_buffers: 16MB
                fsync: "off"
                wal_receiver_status_interval: 1s
                log_timezone: UTC
                timezone: UTC
            tags: {%9$s}
            """.formatted(
                        name,
                        apiPort,
                        etcd.port(),
                        port,
                        data(),
                        DebianTools.need("initdb").getParent(),
                        home.resolve("pgpass"),
                        lab.sockets(),
                        tags.entrySet().stream()
                                .map(tag -> tag.getKey() + ": " + tag.getValue())
                                .collect(Collectors.joining(", ")));
    }
}
