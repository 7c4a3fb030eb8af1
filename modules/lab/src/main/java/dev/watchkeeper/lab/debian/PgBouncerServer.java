package dev.watchkeeper.lab.debian;

import dev.watchkeeper.lab.process.LabFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** PgBouncer with a few pools. Its user postgres, who needs no password, is the administrator too. */
public final class PgBouncerServer implements AutoCloseable {
    private final LabFolder lab;
    private final Map<String, String> databases;
    private final List<String> settings;
    private final DebianServer server;
    private int port;

    private PgBouncerServer(LabFolder lab, Map<String, String> databases, List<String> settings) throws IOException {
        this.lab = lab;
        this.databases = Map.copyOf(databases);
        this.settings = List.copyOf(settings);
        this.server = new DebianServer(lab, "pgbouncer");
    }

    /**
     * Starts one, pooling by transaction.
     *
     * @param databases connection strings by the names that clients use: {@code host=127.0.0.1 port=5432 dbname=shop}
     * @param settings more lines of its section {@code [pgbouncer]}
     */
    public static PgBouncerServer start(LabFolder lab, Map<String, String> databases, String... settings)
            throws IOException, SQLException {
        PgBouncerServer bouncer = new PgBouncerServer(lab, databases, List.of(settings));
        bouncer.server.start(bouncer::command, () -> bouncer.port);
        return bouncer;
    }

    public int port() {
        return port;
    }

    /** {@code pgbouncer://postgres@127.0.0.1:16432} */
    public String uri() {
        return "pgbouncer://postgres@127.0.0.1:" + port;
    }

    @Override
    public void close() throws IOException {
        server.kill();
    }

    private List<String> command(Path home) throws IOException {
        port = lab.ports().next();
        Path users = home.resolve("users.txt");
        Files.writeString(users, "\"postgres\" \"\"\n\"app\" \"\"\n", StandardCharsets.UTF_8);
        String pools = databases.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining("\n"));
        Path file = home.resolve("pgbouncer.ini");
        Files.writeString(file, """
                [databases]
                %s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = trust
                auth_file = %s
                admin_users = postgres
                pool_mode = transaction
                server_login_retry = 1
                %s
                """.formatted(pools, port, users, String.join("\n", settings)), StandardCharsets.UTF_8);
        return List.of(DebianTools.need("pgbouncer").toString(), file.toString());
    }
}
