package dev.watchkeeper.lab.debian;

import dev.watchkeeper.lab.process.LabFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** One etcd, in which Patroni keeps who is the leader. */
final class EtcdServer {
    private final LabFolder lab;
    private final DebianServer server;
    private int port;

    EtcdServer(LabFolder lab) throws IOException {
        this.lab = lab;
        this.server = new DebianServer(lab, "etcd");
    }

    void start() throws IOException, SQLException {
        server.start(this::command, () -> port);
    }

    int port() {
        return port;
    }

    void stop() throws IOException {
        server.kill();
    }

    private List<String> command(Path home) throws IOException {
        port = lab.ports().next();
        String client = "http://127.0.0.1:" + port;
        String peer = "http://127.0.0.1:" + lab.ports().next();
        return List.of(
                DebianTools.need("etcd").toString(),
                "--name=lab",
                "--data-dir=" + home.resolve("data-" + port),
                "--listen-client-urls=" + client,
                "--advertise-client-urls=" + client,
                "--listen-peer-urls=" + peer,
                "--initial-advertise-peer-urls=" + peer,
                "--initial-cluster=lab=" + peer);
    }
}
