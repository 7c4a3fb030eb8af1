package dev.watchkeeper.lab.postgres;

import dev.watchkeeper.lab.member.LabMember;
import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.process.ServerProcess;
import dev.watchkeeper.lab.servers.PostgresCommands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** One PostgreSQL server of a lab. It can be stopped, killed, and started again on the same port. Thread-safe. */
public final class PostgresServer {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final int START_TRIES = 10;
    private static final String SUPERUSER = "postgres";
    private static final String HOST = "127.0.0.1";

    private final LabFolder lab;
    private final PostgresCommands commands;
    private final ClusterFolder folder;
    private final String name;
    private final MemberRole role;
    private final String database;
    private int port;
    private @Nullable ServerProcess process;

    PostgresServer(
            LabFolder lab,
            PostgresCommands commands,
            ClusterFolder folder,
            String name,
            MemberRole role,
            String database) {
        this.lab = lab;
        this.commands = commands;
        this.folder = folder;
        this.name = name;
        this.role = role;
        this.database = database;
    }

    public String name() {
        return name;
    }

    /** What it was started as; a promotion does not change it. */
    public MemberRole role() {
        return role;
    }

    public String host() {
        return HOST;
    }

    public synchronized int port() {
        return port;
    }

    /** The superuser, who needs no password. */
    public String user() {
        return SUPERUSER;
    }

    /** The database with the lab's tables. */
    public String database() {
        return database;
    }

    public LabMember member() {
        return new LabMember(name, role, HOST, port(), SUPERUSER, database);
    }

    /** {@code postgresql://postgres@127.0.0.1:15432/shop} */
    public String uri() {
        return member().uri();
    }

    /** The folder of its Unix socket {@code .s.PGSQL.<port>}. */
    public Path socketFolder() {
        return lab.sockets();
    }

    public Path dataFolder() {
        return folder.data();
    }

    /** Where it archives its WAL, if it was told to: {@link dev.watchkeeper.lab.LabPlan#archiving}. */
    public Path archive() {
        return folder.data().resolveSibling("wal");
    }

    public Path logFile() {
        return folder.log();
    }

    /** The postmaster's pid. */
    public synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process.pid();
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Connects as the superuser to {@link #database}. */
    public Connection connect() throws SQLException {
        return connect(SUPERUSER, "lab");
    }

    /** Connects to {@link #database}. */
    public Connection connect(String user, String application) throws SQLException {
        return connect(user, application, database);
    }

    /** Connects without TLS and without a password. */
    public Connection connect(String user, String application, String toDatabase) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {HOST});
        source.setPortNumbers(new int[] {port()});
        source.setDatabaseName(toDatabase);
        source.setUser(user);
        source.setApplicationName(application);
        source.setAssumeMinServerVersion("14");
        source.setSslmode("disable");
        source.setGssEncMode("disable");
        return source.getConnection();
    }

    /** Runs one or more statements as the superuser. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Starts it and waits until it takes connections; on the port it had before, if it had one. */
    public synchronized void start() throws IOException, SQLException {
        if (isRunning()) {
            return;
        }
        boolean anyPort = port == 0;
        for (int attempt = 1; ; attempt++) {
            port = anyPort ? lab.ports().next() : port;
            long logged = Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
            ServerProcess started = launch();
            process = started;
            Patience.until(START_LIMIT, name + " takes connections", () -> !started.isAlive() || isReady(started));
            if (started.isAlive()) {
                return;
            }
            if (attempt == START_TRIES || !mayPass(logged)) {
                throw new IOException(name + " does not start: " + started.lastWords());
            }
        }
    }

    /** Stops it as {@code pg_ctl stop -m fast} does: sessions are ended, data is written. */
    public synchronized void stop() throws IOException {
        if (process != null) {
            process.stop(STOP_LIMIT);
        }
    }

    /** Ends it as {@code pg_ctl stop -m immediate} does, for data that nobody needs any more. */
    public synchronized void drop() throws IOException {
        if (process != null) {
            process.drop(STOP_LIMIT);
        }
    }

    /** Kills the postmaster as a crash would; its backends end by themselves a moment later. */
    public synchronized void kill() throws IOException {
        if (process != null) {
            process.kill();
        }
    }

    public synchronized void restart() throws IOException, SQLException {
        stop();
        start();
    }

    /** Makes a standby a primary, and waits until it is one. */
    public void promote() throws SQLException {
        execute(SqlScript.beside(PostgresServer.class, "replication.sql").part("promote"));
    }

    private ServerProcess launch() throws IOException {
        List<String> command = new ArrayList<>(lab.privileges().prefix());
        command.addAll(
                List.of(commands.postgres().toString(), "-D", folder.data().toString(), "-p", Integer.toString(port)));
        return ServerProcess.start(lab, name, command, folder.log());
    }

    /** What {@code pg_ctl -w} looks at: the first and the eighth line of postmaster.pid. */
    private boolean isReady(ServerProcess started) throws IOException {
        Path file = folder.data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return false;
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() >= 8
                && lines.getFirst().strip().equals(Long.toString(started.pid()))
                && lines.get(7).strip().equals("ready");
    }

    /** A port taken in between, or the backends of a killed postmaster that are still there for a moment. */
    private boolean mayPass(long loggedBefore) throws IOException {
        byte[] log = Files.readAllBytes(folder.log());
        String words = new String(log, (int) loggedBefore, (int) (log.length - loggedBefore), StandardCharsets.UTF_8);
        return words.contains("could not bind")
                || words.contains("Address already in use")
                || words.contains("shared memory block");
    }
}
