package dev.watchkeeper.redis.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.resp.Blob;
import dev.watchkeeper.redis.resp.CommandWords;
import dev.watchkeeper.redis.resp.Reply;
import dev.watchkeeper.redis.testing.Acl;
import dev.watchkeeper.redis.testing.Faulty;
import dev.watchkeeper.redis.testing.OwnRedis;
import dev.watchkeeper.redis.testing.RedisField;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found among keys whose sizes are known. */
class KeySamplerTest {
    private static final Budget FAST = new Budget(1_000_000, Duration.ofMinutes(5), 100, 0, 0);

    @Test
    void findsTheBigOnesAndSaysWhatItDidNotLookAt() throws IOException, FaultException {
        try (RedisField field = RedisField.ofTheLab()) {
            OwnRedis redis = field.server("redis");
            redis.ask("EVAL", "for i = 1, 3000 do redis.call('SET', 'user:' .. i .. ':name', 'x') end", "0");
            redis.ask("EVAL", "for i = 1, 20000 do redis.call('HSET', 'cart:7', i, 'value') end", "0");
            redis.ask("SETEX", "page:1", "1000", "y".repeat(300_000));
            try (RedisServer server = new RedisServer(redis.target(), Passwords.none())) {
                Blob odd = binary(server);
                KeySample all = new KeySampler(server, FAST).run(progress -> {});

                assertThat(all.isComplete()).isTrue();
                assertThat(all.looked()).isEqualTo(3003);
                assertThat(all.honesty()).startsWith("All 3,003 keys");
                assertThat(all.largest())
                        .extracting(BigKey::name)
                        .startsWith(Blob.of("cart:7"), odd, Blob.of("page:1"));
                assertThat(all.largest().get(0)).satisfies(key -> {
                    assertThat(key.type()).isEqualTo("hash");
                    assertThat(key.encoding()).isEqualTo("hashtable");
                    assertThat(key.length()).contains(20_000L);
                    assertThat(key.ttl()).isEmpty();
                    assertThat(key.bytes()).isEqualTo(memory(server, "cart:7"));
                });
                assertThat(all.largest().get(2).ttl()).isPresent();
                assertThat(all.largest().get(2).length()).contains(300_000L);
                KeyGroup names = group(all, "user:*:name");
                assertThat(names.keys()).isEqualTo(3000);
                assertThat(all.groups().stream().mapToLong(KeyGroup::bytes).sum())
                        .isEqualTo(all.bytes());

                KeySample some = new KeySampler(server, FAST.withKeys(1000)).run(progress -> {});
                assertThat(some.end()).isEqualTo(KeySample.End.ENOUGH);
                assertThat(some.honesty()).contains("of 3,003 keys", "estimates");
                assertThat(some.extrapolated(group(some, "user:*:name").keys())).isBetween(2900L, 3003L);

                stopped(server);
                denied(redis);
            }
        }
    }

    private static void stopped(RedisServer server) throws FaultException {
        KeySampler sampler = new KeySampler(server, new Budget(1_000_000, Duration.ofMinutes(5), 100, 1, 0));
        KeySample sample = sampler.run(progress -> sampler.stop());
        assertThat(sample.end()).isEqualTo(KeySample.End.STOPPED);
        assertThat(sample.looked()).isLessThan(1000);
    }

    private static void denied(OwnRedis redis) throws FaultException {
        try (RedisServer none = Acl.enter(redis, "none", "~*", "+@all", "-memory");
                RedisServer some = Acl.enter(redis, "some", "~user:*", "+@all")) {
            Fault fault = Faulty.of(() -> new KeySampler(none, FAST).run(progress -> {}));
            assertThat(fault.kind()).isEqualTo(FaultKind.DENIED);
            assertThat(fault.advice()).contains("+memory");
            assertThat(new KeySampler(some, FAST).run(progress -> {}).denied()).isEqualTo(3);
        }
    }

    /** A name that is no text, with a blank and an end of line in it. */
    private static Blob binary(RedisServer server) throws FaultException {
        Blob name = CommandWords.of("\"b \\x00\\xff\\n\"").getFirst();
        Reply set =
                server.line(Duration.ofSeconds(10)).ask(List.of(Blob.of("SET"), name, Blob.of("z".repeat(500_000))));
        assertThat(set.text()).isEqualTo("OK");
        return name;
    }

    private static long memory(RedisServer server, String key) {
        try {
            return server.look(connected -> connected.ask("MEMORY", "USAGE", key, "SAMPLES", "0"))
                    .number();
        } catch (FaultException e) {
            return -1;
        }
    }

    private static KeyGroup group(KeySample sample, String pattern) {
        return sample.groups().stream()
                .filter(group -> group.pattern().equals(pattern))
                .findFirst()
                .orElseThrow();
    }
}
