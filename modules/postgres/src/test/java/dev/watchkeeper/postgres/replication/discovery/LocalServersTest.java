package dev.watchkeeper.postgres.replication.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.target.HostPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Who listens on this computer, and whether it is PostgreSQL. */
@EnabledOnOs(OS.LINUX)
class LocalServersTest {
    @Test
    void whoIsSlowToAnswerIsAskedAgain() throws IOException {
        LocalServers servers = new LocalServers();
        try (ServerSocket slow = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            HostPort address = new HostPort("127.0.0.1", slow.getLocalPort());
            List<Socket> kept = new ArrayList<>();
            Thread.startVirtualThread(() -> answerFromTheSecondOn(slow, kept));

            assertThat(servers.look(false, false)).doesNotContain(address);
            assertThat(servers.look(false, false))
                    .as("at the next refresh, not after minutes")
                    .contains(address);
            for (Socket one : kept) {
                one.close();
            }
        }
    }

    /** The first who knocks hears nothing. */
    private static void answerFromTheSecondOn(ServerSocket server, List<Socket> kept) {
        try {
            while (true) {
                Socket caller = server.accept();
                kept.add(caller);
                if (kept.size() > 1) {
                    caller.getOutputStream().write('N');
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }
}
