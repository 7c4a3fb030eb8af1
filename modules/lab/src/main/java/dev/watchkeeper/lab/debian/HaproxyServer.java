package dev.watchkeeper.lab.debian;

import dev.watchkeeper.lab.process.LabFolder;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** HAProxy before a cluster: a port for writes, a port for reads, and its statistics over HTTP and on a socket. */
public final class HaproxyServer implements AutoCloseable {
    /** The page of the statistics. */
    public static final String PAGE = "/stats";

    private final LabFolder lab;
    private final List<Behind> behind;
    private final String login;
    private final DebianServer server;
    private int writePort;
    private int readPort;
    private int statsPort;

    /**
     * A server that is routed to.
     *
     * @param checkPort Patroni's REST API, which knows whether it is the primary
     */
    public record Behind(String name, int port, int checkPort) {
        public static Behind node(PatroniNode node) {
            return new Behind(node.name(), node.port(), node.apiPort());
        }
    }

    private HaproxyServer(LabFolder lab, List<Behind> behind, String login) throws IOException {
        this.lab = lab;
        this.behind = behind;
        this.login = login;
        this.server = new DebianServer(lab, "haproxy");
    }

    /**
     * Starts one before these servers, routing by Patroni's checks.
     *
     * @param login {@code user:password} for the statistics; empty: everybody sees them
     */
    public static HaproxyServer start(LabFolder lab, List<Behind> behind, String login)
            throws IOException, SQLException {
        HaproxyServer haproxy = new HaproxyServer(lab, behind, login);
        haproxy.server.start(haproxy::command, () -> haproxy.statsPort);
        return haproxy;
    }

    public int writePort() {
        return writePort;
    }

    public int readPort() {
        return readPort;
    }

    public int statsPort() {
        return statsPort;
    }

    public Path socket() {
        return lab.sockets().resolve(server.name() + ".sock");
    }

    /** Tells it something: {@code set server primary/n2 state maint}. Gives what it answers. */
    public String tell(String command) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket()));
            channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.UTF_8)));
            StringBuilder answer = new StringBuilder();
            ByteBuffer buffer = ByteBuffer.allocate(8192);
            while (channel.read(buffer) >= 0) {
                answer.append(StandardCharsets.UTF_8.decode(buffer.flip()));
                buffer.clear();
            }
            return answer.toString();
        }
    }

    public void stop() throws IOException {
        server.stop();
    }

    public void restart() throws IOException {
        server.again();
    }

    @Override
    public void close() throws IOException {
        server.kill();
    }

    private List<String> command(Path home) throws IOException {
        writePort = lab.ports().next();
        readPort = lab.ports().next();
        statsPort = lab.ports().next();
        Path file = home.resolve("haproxy.cfg");
        Files.writeString(file, config(), StandardCharsets.UTF_8);
        return List.of(DebianTools.need("haproxy").toString(), "-db", "-f", file.toString());
    }

    private String config() {
        String auth = login.isEmpty() ? "" : "stats auth " + login;
        return """
            global
              maxconn 200
              stats socket %s mode 600 level admin
            defaults
              mode tcp
              retries 2
              timeout connect 2s
              timeout client 60s
              timeout server 60s
              timeout check 2s
            listen stats
              mode http
              bind 127.0.0.1:%d
              stats enable
              stats uri %s
              %s
            """.formatted(socket(), statsPort, PAGE, auth)
                + listen("primary", writePort)
                + listen("replicas", readPort);
    }

    private String listen(String name, int port) {
        String role = name.equals("primary") ? "primary" : "replica";
        String servers = behind.stream()
                .map(one ->
                        "  server %s 127.0.0.1:%d check port %d%n".formatted(one.name(), one.port(), one.checkPort()))
                .collect(Collectors.joining());
        return """
            listen %s
              bind 127.0.0.1:%d
              option httpchk OPTIONS /%s
              http-check expect status 200
              default-server inter 300ms fall 2 rise 1 on-marked-down shutdown-sessions
            """.formatted(name, port, role) + servers;
    }
}
