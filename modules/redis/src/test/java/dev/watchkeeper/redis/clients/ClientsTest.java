package dev.watchkeeper.redis.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.connect.RedisWork;
import dev.watchkeeper.redis.testing.Faulty;
import dev.watchkeeper.redis.testing.OwnRedis;
import dev.watchkeeper.redis.testing.RedisField;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is connected, and what becomes of those who are sent away; on both versions of CLIENT LIST. */
class ClientsTest {
    private static final String LAB = "6.2";

    @ParameterizedTest
    @ValueSource(strings = {LAB, "Debian's"})
    void seenAndSentAway(String version) throws IOException, FaultException, InterruptedException {
        Assumptions.assumeTrue(version.equals(LAB) || RedisField.hasDebian());
        try (RedisField field = version.equals(LAB) ? RedisField.ofTheLab() : RedisField.ofDebian()) {
            Path spaced = Files.createDirectories(field.path().resolve("a folder"));
            OwnRedis redis = field.server("redis", "unixsocket \"" + spaced.resolve("redis.sock") + "\"");
            try (RedisServer server = new RedisServer(redis.target(), Passwords.none());
                    SocketChannel local = local(spaced.resolve("redis.sock"));
                    Guest guest = new Guest(redis)) {
                server.look(connected -> connected.ask("PING"));
                List<Client> clients = clients(server);

                assertThat(clients).hasSize(2);
                assertThat(clients).anySatisfy(one -> {
                    assertThat(one.address()).endsWith("a folder/redis.sock:0");
                    assertThat(one.name()).isEqualTo("through-the-socket");
                    assertThat(one.user()).isEqualTo("default");
                });
                Client inMulti = clients.stream()
                        .filter(Client::isInTransaction)
                        .findFirst()
                        .orElseThrow();
                assertThat(inMulti.kind()).isEqualTo(ClientKind.TRANSACTION);
                assertThat(inMulti.multi()).isEqualTo(1);
                assertThat(inMulti.database()).isEqualTo(3);
                assertThat(inMulti.totalBytes()).isPositive();

                KillClients kill = new KillClients(server, List.of(inMulti));
                assertThat(kill.preview()).contains(inMulti.address(), "1 queued command of MULTI discarded");
                assertThat(kill.danger()).isEqualTo(Danger.ORDINARY);
                Outcome outcome = kill.run();

                assertThat(outcome.done()).as(outcome.message()).isTrue();
                assertThat(clients(server)).hasSize(1);
                assertThat(Faulty.of(kill::run).kind()).isEqualTo(FaultKind.CONFLICT);
                assertThat(new KillClients(server, clients(server)).run().done())
                        .isTrue();
                assertThat(local.isOpen()).isTrue();
                assertThat(clients(server)).isEmpty();
            }
        }
    }

    /** A number that came again after a restart belongs to somebody else. */
    @Test
    void anotherAddressUnderTheSameNumberIsLeftAlone() throws IOException, FaultException, InterruptedException {
        try (RedisField field = RedisField.ofTheLab()) {
            OwnRedis redis = field.server("redis");
            try (RedisServer server = new RedisServer(redis.target(), Passwords.none());
                    Guest guest = new Guest(redis)) {
                Client there = clients(server).getFirst();
                Client before = new Client(
                        there.id(),
                        "10.0.0.5:51234",
                        "",
                        "",
                        Duration.ZERO,
                        Duration.ZERO,
                        "N",
                        0,
                        -1,
                        0,
                        0,
                        0,
                        "get",
                        "default",
                        "");

                assertThat(Faulty.of(() -> new KillClients(server, List.of(before)).run())
                                .kind())
                        .isEqualTo(FaultKind.CONFLICT);
                assertThat(clients(server)).extracting(Client::id).contains(there.id());
            }
        }
    }

    private static List<Client> clients(RedisServer server) throws FaultException {
        Snapshot<ClientList> snapshot = new ClientsProbe(server).read();
        assertThat(snapshot.value().role()).isEqualTo("primary");
        assertThat(snapshot.value().max()).isPositive();
        return snapshot.value().clients();
    }

    private static SocketChannel local(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        channel.write(ByteBuffer.wrap("CLIENT SETNAME through-the-socket\r\n".getBytes(StandardCharsets.UTF_8)));
        channel.read(ByteBuffer.allocate(16));
        return channel;
    }

    /** Somebody in database 3 with a command queued in MULTI. */
    private static final class Guest implements AutoCloseable {
        private final CountDownLatch queued = new CountDownLatch(1);
        private final CountDownLatch leave = new CountDownLatch(1);
        private final Thread thread;

        Guest(OwnRedis redis) throws InterruptedException {
            thread = Thread.ofVirtual().start(() -> stay(redis));
            assertThat(queued.await(10, TimeUnit.SECONDS)).isTrue();
        }

        private void stay(OwnRedis redis) {
            RedisWork<Boolean> work = connected -> {
                connected.ask("SELECT", "3");
                connected.ask("MULTI");
                connected.ask("SET", "never", "set");
                queued.countDown();
                try {
                    return leave.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    return false;
                }
            };
            try (RedisServer server = new RedisServer(redis.target(), Passwords.none())) {
                server.act(work);
            } catch (FaultException e) {
                queued.countDown();
            }
        }

        @Override
        public void close() throws InterruptedException {
            leave.countDown();
            thread.join();
        }
    }
}
