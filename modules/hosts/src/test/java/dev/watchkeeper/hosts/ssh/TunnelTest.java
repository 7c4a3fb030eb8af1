package dev.watchkeeper.hosts.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.RouteException;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sockets through Debian's OpenSSH to a server that says everything back when the other side has said all. */
@SuppressWarnings("NullAway.Init") // set before each test
class TunnelTest {
    @TempDir
    private Path folder;

    private SshSetting setting;
    private SshHost host;

    @BeforeEach
    void begin() throws IOException, SQLException {
        setting = new SshSetting(folder);
        setting.key("id_ed25519", "ed25519", "");
        setting.trustServer();
        host = setting.host();
    }

    @AfterEach
    void end() throws IOException {
        host.close();
        setting.close();
    }

    private static Closeable echo(ServerSocket server) {
        Thread.ofVirtual().start(() -> {
            while (true) {
                try (Socket one = server.accept()) {
                    one.getOutputStream().write(one.getInputStream().readAllBytes());
                } catch (IOException closed) {
                    return;
                }
            }
        });
        return server;
    }

    private static String said(Socket socket, byte[] words) throws IOException {
        socket.getOutputStream().write(words);
        socket.shutdownOutput();
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }

    @Test
    void carriesBothWaysAndComesBackAfterACut() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Closeable ignored = echo(server)) {
            String much = "Größe 🐘\n".repeat(300_000);
            try (Socket socket = host.socket()) {
                socket.connect(InetSocketAddress.createUnresolved("localhost", server.getLocalPort()), 5000);
                socket.setSoTimeout(60_000);
                assertThat(said(socket, much.getBytes(UTF_8))).isEqualTo(much);
            }
            try (Socket socket = host.socket()) {
                socket.connect(server.getLocalSocketAddress(), 5000);
                socket.setSoTimeout(50);
                assertThat(catchThrowableOfType(
                                SocketTimeoutException.class,
                                () -> socket.getInputStream().read()))
                        .isNotNull();
                socket.setSoTimeout(60_000);
                setting.server().cut();
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
            try (Socket socket = host.socket()) {
                socket.connect(server.getLocalSocketAddress(), 5000);
                assertThat(said(socket, "back".getBytes(UTF_8))).isEqualTo("back");
            }
        }
    }

    @Test
    void leadsToUnixSocketsToo() throws IOException {
        setting.open(folder);
        Path file = folder.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(file));
            setting.open(file);
            Thread.ofVirtual().start(() -> {
                try (SocketChannel one = server.accept()) {
                    Channels.newOutputStream(one).write("hello".getBytes(UTF_8));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            try (Socket socket = host.socket()) {
                socket.connect(InetSocketAddress.createUnresolved(file.toString(), 1));
                assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                        .isEqualTo("hello");
            }
        }
    }

    @Test
    void tellsWhoCouldNotBeReached() throws IOException {
        int nobody;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = server.getLocalPort();
        }
        try (Socket socket = host.socket()) {
            RouteException refused = catchThrowableOfType(
                    RouteException.class,
                    () -> socket.connect(InetSocketAddress.createUnresolved("127.0.0.1", nobody)));
            assertThat(refused.fault().kind()).isEqualTo(FaultKind.UNREACHABLE);
            assertThat(refused.fault().message()).contains("can't reach 127.0.0.1 port " + nobody);
        }
    }
}
