package dev.watchkeeper.redis.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.PoolSize;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.testing.Debian;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.resp.Blob;
import dev.watchkeeper.redis.resp.Reply;
import dev.watchkeeper.redis.testing.Faulty;
import dev.watchkeeper.redis.testing.OwnRedis;
import dev.watchkeeper.redis.testing.RedisField;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands by hand, on a server that tells its commands' docs and on one that does not. */
class ConsoleTest {
    private static final String LAB = "6.2";
    private static final Bounds SHORT =
            new Bounds(Duration.ofSeconds(20), Duration.ofMillis(50), Duration.ofSeconds(20));

    private static RedisField field(String version) throws IOException {
        if (version.equals(LAB)) {
            return RedisField.ofTheLab();
        }
        Debian.needs("redis-server");
        return RedisField.ofDebian();
    }

    private static ConsoleCommand command(String line) throws FaultException {
        return ConsoleCommand.parse(line);
    }

    private static Reply run(RedisConsole console, String line) throws FaultException {
        return console.run(command(line), reply -> {}).reply();
    }

    /** As the pane does after somebody said yes. */
    private static Ran deed(RedisConsole console, String line) throws FaultException {
        ConsoleCommand command = command(line);
        ConsoleDeed deed = console.deed(command, console.judge(command), reply -> {});
        deed.run();
        return deed.ran().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {LAB, "Debian's"})
    void runsWhatIsTypedAndGuardsWhatHurts(String version) throws IOException, FaultException {
        try (RedisField field = field(version)) {
            OwnRedis redis = field.server("redis");
            try (RedisServer server = new RedisServer(redis.target(), Passwords.none());
                    RedisConsole console = new RedisConsole(server, SHORT)) {
                bytesAndKinds(console);
                guard(console, redis);
                multi(console);
                waiting(console);
                completion(console, version);
            }
        }
    }

    private static void bytesAndKinds(RedisConsole console) throws FaultException {
        assertThat(deed(console, "SET \"a \\x00\\xff\" \"v\\r\\n\"").reply()).isEqualTo(new Reply.Status("OK"));
        Reply keys = run(console, "SCAN 0");
        assertThat(keys.parts().get(1).parts())
                .containsExactly(new Reply.Bulk(Blob.of(new byte[] {'a', ' ', 0, (byte) 0xff})));
        deed(console, "HSET h f1 1 f2 2");
        deed(console, "SADD s one");
        deed(console, "ZADD z 1.5 one");
        assertThat(run(console, "HGETALL h")).isInstanceOf(Reply.Pairs.class);
        assertThat(run(console, "SMEMBERS s")).isInstanceOf(Reply.Members.class);
        assertThat(run(console, "ZSCORE z one")).isEqualTo(new Reply.Decimal(1.5));
        assertThat(run(console, "GET nothing")).isEqualTo(new Reply.Nil());
        assertThat(run(console, "LRANGE h 0 -1").isFailure()).isTrue();
        assertThat(ReplyText.of(run(console, "HGETALL h"))).isEqualTo("1# \"f1\" => \"1\"\n2# \"f2\" => \"2\"");
    }

    private static void guard(RedisConsole console, OwnRedis redis) throws FaultException {
        Judgement read = console.judge(command("GET h"));
        assertThat(read.isDeed()).isFalse();
        Judgement write = console.judge(command("SET h 1"));
        assertThat(write.effect()).isEqualTo(Effect.WRITES);
        assertThat(write.asks(Environment.PRODUCTION)).isTrue();
        assertThat(write.asks(Environment.DEVELOPMENT)).isFalse();
        assertThat(Faulty.of(() -> run(console, "SET h 1")).kind()).isEqualTo(FaultKind.DENIED);
        assertThat(redis.says("hash", "TYPE", "h")).isTrue();

        ConsoleCommand flush = command("flushall");
        ConsoleDeed deed = console.deed(flush, console.judge(flush), reply -> {});
        assertThat(deed.preview()).contains("all 4 keys of 1 database");
        assertThat(deed.danger()).isEqualTo(Danger.DANGEROUS);
        assertThat(console.judge(command("CONFIG GET maxmemory")).isDeed()).isFalse();
        assertThat(console.judge(command("CONFIG SET maxmemory 0")).asks(Environment.DEVELOPMENT))
                .isTrue();
        assertThat(console.judge(command("KEYS *")).isDeed()).isFalse();
        redis.ask("EVAL", "for i = 1, 12000 do redis.call('SET', 'k:' .. i, i) end", "0");
        assertThat(console.judge(command("KEYS *")).hazard().orElseThrow().sentence())
                .contains("12,004 keys", "SCAN");
        assertThat(console.judge(command("PSYNC ? -1")).refusal()).isPresent();

        ConsoleCommand misspelt = command("AUHT app s3cret");
        ConsoleDeed unknown = console.deed(misspelt, console.judge(misspelt), reply -> {});
        assertThat(unknown.preview()).contains("Did you mean AUTH?");
        assertThat(unknown.statement() + unknown.run().message()).doesNotContain("s3cret");
    }

    private static void multi(RedisConsole console) throws FaultException {
        run(console, "SELECT 3");
        run(console, "WATCH other");
        assertThat(console.state().watched()).isEqualTo(1);
        run(console, "MULTI");
        assertThat(run(console, "INCR n")).isEqualTo(new Reply.Status("QUEUED"));
        run(console, "SELECT 5");
        assertThat(console.state().queued()).isEqualTo(2);
        assertThat(console.state().database()).isEqualTo(3);
        ConsoleCommand exec = command("EXEC");
        ConsoleDeed deed = console.deed(exec, console.judge(exec), reply -> {});
        assertThat(deed.statement()).isEqualTo("MULTI\nINCR n\nSELECT 5\nEXEC");
        assertThat(deed.run().done()).isTrue();
        assertThat(console.state()).satisfies(state -> {
            assertThat(state.inMulti()).isFalse();
            assertThat(state.database()).isEqualTo(5);
            assertThat(state.watched()).isZero();
        });

        run(console, "MULTI");
        run(console, "GET");
        assertThat(console.state().spoilt()).isTrue();
        assertThat(run(console, "EXEC").text()).startsWith("EXECABORT");
        assertThat(console.state().inMulti()).isFalse();
    }

    /** Bounded: nobody pushes anything, nobody publishes anything. */
    private static void waiting(RedisConsole console) throws FaultException {
        Ran woken = deed(console, "BLPOP nothing 0");
        assertThat(woken.reply()).isEqualTo(new Reply.Nil());
        assertThat(woken.note()).startsWith("woken up");
        assertThat(console.state().connected()).isTrue();

        List<Reply> heard = new CopyOnWriteArrayList<>();
        Ran listened = console.run(command("SUBSCRIBE news"), reply -> {
            heard.add(reply);
            console.cancel();
        });
        assertThat(heard).hasSize(2).allMatch(reply -> reply.parts().size() == 3);
        assertThat(listened.note()).isEqualTo("stopped");
        assertThat(run(console, "PING")).isEqualTo(new Reply.Status("PONG"));
        assertThat(console.state().database()).isEqualTo(5);
    }

    private static void completion(RedisConsole console, String version) throws FaultException {
        Completer completer = console.completer();
        assertThat(completer.at("hget")).extracting(Completion::text).contains("HGET", "HGETALL");
        if (!version.equals(LAB)) {
            assertThat(completer.at("config re")).extracting(Completion::text).contains("RESETSTAT", "REWRITE");
            assertThat(completer.usage("set a").orElseThrow().syntax()).startsWith("key value [NX | XX]");
        }
    }

    @Test
    void whatIsNotKnownAfterTheServerDiedIsSaid() throws IOException, FaultException {
        try (RedisField field = RedisField.ofTheLab()) {
            OwnRedis redis = field.server("redis");
            try (RedisServer server = new RedisServer(redis.target(), Passwords.none());
                    RedisConsole console = new RedisConsole(server)) {
                run(console, "SELECT 2");
                run(console, "MULTI");
                run(console, "SET a 1");
                redis.kill();

                Fault fault = Faulty.of(() -> run(console, "GET a"));
                assertThat(fault.message()).contains("none of its 1 command ran");
                assertThat(console.state().inMulti()).isFalse();

                redis.start();
                Ran again = console.run(command("GET a"), reply -> {});
                assertThat(again.reply()).isEqualTo(new Reply.Nil());
                assertThat(again.note()).contains("database 2");
            }
        }
    }

    @Test
    void aReadOnlyTargetIsNeverWrittenTo() throws IOException, FaultException {
        try (RedisField field = RedisField.ofTheLab()) {
            OwnRedis redis = field.server("redis");
            Target target = readOnly(redis.target());
            try (RedisServer server = new RedisServer(target, Passwords.none());
                    RedisConsole console = new RedisConsole(server)) {
                for (String line : List.of(
                        "SET a 1",
                        "EVAL \"return redis.call('SET', 'a', '1')\" 0",
                        "CONFIG SET maxmemory 1",
                        "PUBLISH a b",
                        "MONITOR",
                        "NEVERHEARD a",
                        "SORT l STORE a")) {
                    assertThat(Faulty.of(() -> run(console, line)).kind())
                            .as(line)
                            .isEqualTo(FaultKind.DENIED);
                }
                run(console, "MULTI");
                assertThat(Faulty.of(() -> run(console, "SET a 1")).message()).contains("read-only");
                run(console, "GET a");
                assertThat(run(console, "EXEC").parts()).hasSize(1);
                assertThat(redis.ask("DBSIZE").number()).isZero();
            }
        }
    }

    private static Target readOnly(Target target) {
        return new Target(
                "r",
                target.endpoint(),
                Environment.PRODUCTION,
                new PasswordSource.Usual(),
                true,
                List.of(),
                PoolSize.DEFAULT);
    }

    @Test
    void entersWithAPasswordAndSaysWhyNot() throws IOException, FaultException {
        try (RedisField field = RedisField.ofTheLab()) {
            OwnRedis redis = field.server("redis", "requirepass s3cret");
            try (RedisServer none = new RedisServer(redis.target(), Passwords.none());
                    RedisServer wrong = new RedisServer(redis.target(), (any, host) -> Optional.of(new Secret("no")));
                    RedisServer right =
                            new RedisServer(redis.target(), (any, host) -> Optional.of(new Secret("s3cret")));
                    RedisConsole console = new RedisConsole(right)) {
                List<Fault> faults = new ArrayList<>();
                for (RedisServer server : List.of(none, wrong)) {
                    faults.add(Faulty.of(() -> new RedisConsole(server).connect()));
                }
                assertThat(faults).allMatch(fault -> fault.kind() == FaultKind.DENIED);
                assertThat(run(console, "PING")).isEqualTo(new Reply.Status("PONG"));
                assertThat(console.state().protocol()).isEqualTo(3);
            }
        }
    }
}
