package dev.watchkeeper.redis.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.redis.testing.Faulty;
import dev.watchkeeper.redis.testing.OwnRedis;
import dev.watchkeeper.redis.testing.RedisField;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who gets in, and what those are told who don't. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntersTest {
    private static final String PASSWORD = "not to be told";

    private RedisField field;
    private OwnRedis open;
    private OwnRedis guarded;

    @BeforeAll
    void start() throws IOException {
        field = RedisField.ofTheLab();
        open = field.server("open");
        guarded = field.server(
                "guarded",
                "requirepass \"" + PASSWORD + "\"",
                "user dba on +@all ~* &* \">" + PASSWORD + "\"",
                "user shy on -@all +ping +client ~* \">" + PASSWORD + "\"");
    }

    @AfterAll
    void stop() throws IOException {
        field.close();
    }

    @Test
    void byItsPasswordUnderItsNameInItsDatabase() throws FaultException {
        Target target = at(guarded.target(Engine.REDIS, "dba"), "7");
        try (RedisServer server = new RedisServer(target, with(PASSWORD))) {
            String line = server.probe(connected -> connected.ask("CLIENT", "LIST", "ID", "" + connected.clientId()))
                    .text();

            assertThat(line).contains(" name=watchkeeper ", " db=7 ", " user=dba ");
            assertThat(server.<String>probe(connected -> connected.version().full()))
                    .startsWith("6.2");
        }
    }

    @Test
    void aPasswordThatIsNotNeededDoesNoHarm() throws FaultException {
        try (RedisServer server = new RedisServer(open.target(), with(PASSWORD))) {
            assertThat(server.probe(connected -> connected.ask("PING")).text()).isEqualTo("PONG");
        }
    }

    @Test
    void aSentinelWithoutUsersLetsInWhoIsAUserOfTheServersItWatches() throws IOException, FaultException {
        OwnRedis sentinel = field.sentinel("watcher", open, 5_000);
        OwnRedis closed = field.sentinel("closed", open, 5_000, "requirepass another");

        assertThat(ping(sentinel.target(Engine.SENTINEL, "dba"), with(PASSWORD)))
                .isEqualTo("PONG");
        assertThat(line(sentinel.target(Engine.SENTINEL, "dba"))).isEqualTo("PONG");
        assertThat(refusal(closed.target(Engine.SENTINEL, "dba"), with(PASSWORD))
                        .message())
                .contains("does not accept");
        assertThat(refusal(open.target(Engine.REDIS, "dba"), with(PASSWORD)).message())
                .as("a data server that does not know the user")
                .contains("does not accept");
    }

    @Test
    void withoutOrWithTheWrongPassword() {
        Fault none = refusal(guarded.target(), Passwords.none());
        FaultException wrong = Faulty.exceptionOf(() -> ping(guarded.target(), with("guessed")));

        assertThat(none.kind()).isEqualTo(FaultKind.DENIED);
        assertThat(none.sentence()).contains("wants a password", "connections.yaml");
        assertThat(wrong.fault().kind()).isEqualTo(FaultKind.DENIED);
        assertThat(Faulty.trace(wrong)).contains("does not accept").doesNotContain("guessed");
    }

    @Test
    void aUserWhoMayDoLittle() {
        Fault fault = Faulty.of(() -> {
            try (RedisServer server = new RedisServer(guarded.target(Engine.REDIS, "shy"), with(PASSWORD))) {
                server.probe(connected -> connected.ask("CONFIG", "GET", "maxmemory"));
            }
        });

        assertThat(fault.kind()).isEqualTo(FaultKind.DENIED);
        assertThat(fault.sentence()).contains("CONFIG GET", "+config|get");
    }

    @Test
    void nobodyThere() {
        HostPort nobody = new HostPort("127.0.0.1", 1);
        assertThat(refusal(hosts(nobody), Passwords.none()).message()).contains("127.0.0.1:1 refuses");
        assertThat(refusal(hosts(new HostPort("no.such.host.invalid", 6379)), Passwords.none())
                        .message())
                .contains("no host is called no.such.host.invalid");
        assertThat(refusal(at(open.target(), "99"), Passwords.none()).kind()).isEqualTo(FaultKind.BAD_INPUT);
    }

    @Test
    void theFirstHostThatAnswers() throws FaultException {
        Target target = hosts(new HostPort("127.0.0.1", 1), open.address());
        try (RedisServer server = new RedisServer(target, Passwords.none())) {
            assertThat(server.<HostPort>probe(Connected::host)).isEqualTo(open.address());
        }
    }

    @Test
    void aServerThatHangsIsGivenUpAndFoundAgain() throws IOException, FaultException {
        OwnRedis hanging = field.server("hanging");
        try (RedisServer server = new RedisServer(hanging.target(), Passwords.none())) {
            server.probeTimeout(Duration.ofMillis(200));
            server.probe(connected -> connected.ask("PING"));
            hanging.signal("STOP");

            assertThat(Faulty.of(() -> server.probe(connected -> connected.ask("ECHO", "late")))
                            .kind())
                    .isEqualTo(FaultKind.TIMEOUT);
            Fault entering = Faulty.of(() -> server.probe(connected -> connected.ask("ECHO", "late")));
            assertThat(entering.kind()).isEqualTo(FaultKind.UNREACHABLE);
            assertThat(entering.message()).contains("does not answer");
            hanging.signal("CONT");
            server.probeTimeout(Duration.ofSeconds(10));
            assertThat(server.probe(connected -> connected.ask("ECHO", "now")).text())
                    .isEqualTo("now");
        }
    }

    @Test
    void aRestartIsNotEvenNoticed() throws IOException, FaultException {
        OwnRedis restarted = field.server("restarted");
        try (RedisServer server = new RedisServer(restarted.target(), Passwords.none())) {
            server.probe(connected -> connected.ask("PING"));
            restarted.kill();
            restarted.start();

            assertThat(server.probe(connected -> connected.ask("PING")).text()).isEqualTo("PONG");
        }
    }

    private static Target at(Target target, String database) {
        Endpoint endpoint = target.endpoint();
        return Target.unsaved(
                target.name(),
                new Endpoint(endpoint.engine(), endpoint.hosts(), database, endpoint.user(), endpoint.parameters()));
    }

    private static Target hosts(HostPort... hosts) {
        return Target.unsaved(
                "several", new Endpoint(Engine.REDIS, List.of(hosts), "0", "default", new LinkedHashMap<>()));
    }

    private static Passwords with(String password) {
        return (target, host) -> Optional.of(new Secret(password));
    }

    private static Fault refusal(Target target, Passwords passwords) {
        return Faulty.of(() -> ping(target, passwords));
    }

    private static String ping(Target target, Passwords passwords) throws FaultException {
        try (RedisServer server = new RedisServer(target, passwords)) {
            return server.probe(connected -> connected.ask("PING")).text();
        }
    }

    /** The same on a line, as the console has it. */
    private static String line(Target target) throws FaultException {
        try (RedisServer server = new RedisServer(target, with(PASSWORD));
                RespLine line = server.line(Duration.ofSeconds(5))) {
            return line.ask("PING").text();
        }
    }
}
