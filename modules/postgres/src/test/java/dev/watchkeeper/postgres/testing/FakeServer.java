package dev.watchkeeper.postgres.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Something that listens on 127.0.0.1 and is no real server: it either never says a word, or lets everybody in as a server
 * of a version that can't be had as a real one would (documentation, "Frontend/Backend Protocol").
 */
public final class FakeServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(FakeServer.class.getName());
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final ServerSocket socket;

    private FakeServer(ServerSocket socket) {
        this.socket = socket;
    }

    /** Takes connections, and never answers. */
    public static FakeServer silent() throws IOException {
        return new FakeServer(listen());
    }

    /** Lets everybody in, and says that it is of that version. */
    public static FakeServer ofVersion(String version) throws IOException {
        FakeServer server = new FakeServer(listen());
        Thread.ofVirtual().start(() -> server.welcomeAll(version));
        return server;
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void welcomeAll(String version) {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                welcome(client, version);
            } catch (IOException gone) {
                LOG.log(Level.DEBUG, "a client or the listener went away", gone);
            }
        }
    }

    private static void welcome(Socket client, String version) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(client.getOutputStream());
        while (true) {
            byte[] message = new byte[in.readInt() - 4];
            in.readFully(message);
            int code = new DataInputStream(new ByteArrayInputStream(message)).readInt();
            if (code != SSL_REQUEST && code != GSS_REQUEST) {
                break;
            }
            out.writeByte('N');
        }
        send(out, 'R', new byte[4]);
        status(out, "server_version", version);
        status(out, "server_encoding", "UTF8");
        status(out, "client_encoding", "UTF8");
        status(out, "DateStyle", "ISO, MDY");
        status(out, "integer_datetimes", "on");
        status(out, "standard_conforming_strings", "on");
        send(out, 'K', new byte[8]);
        send(out, 'Z', new byte[] {'I'});
        agree(in, out);
    }

    /** Says yes to every statement, until the client leaves. */
    private static void agree(DataInputStream in, DataOutputStream out) throws IOException {
        int type = in.read();
        while (type >= 0 && type != 'X') {
            in.readNBytes(in.readInt() - 4);
            switch (type) {
                case 'P' -> send(out, '1', new byte[0]);
                case 'B' -> send(out, '2', new byte[0]);
                case 'D' -> send(out, 'n', new byte[0]);
                case 'E', 'Q' -> send(out, 'C', "SET\0".getBytes(StandardCharsets.UTF_8));
                default -> out.flush();
            }
            if (type == 'S' || type == 'Q') {
                send(out, 'Z', new byte[] {'I'});
            }
            type = in.read();
        }
    }

    private static void status(DataOutputStream out, String name, String value) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(name.getBytes(StandardCharsets.UTF_8));
        body.write(0);
        body.write(value.getBytes(StandardCharsets.UTF_8));
        body.write(0);
        send(out, 'S', body.toByteArray());
    }

    private static void send(DataOutputStream out, char type, byte[] body) throws IOException {
        out.writeByte(type);
        out.writeInt(body.length + 4);
        out.write(body);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
