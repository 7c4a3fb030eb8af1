package dev.watchkeeper.redis.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.workload.Interruption;
import dev.watchkeeper.lab.testing.Debian;
import dev.watchkeeper.redis.commandstats.CommandCounter;
import dev.watchkeeper.redis.commandstats.CommandReading;
import dev.watchkeeper.redis.commandstats.CommandUse;
import dev.watchkeeper.redis.commandstats.CommandWork;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.resp.Blob;
import dev.watchkeeper.redis.resp.CommandWords;
import dev.watchkeeper.redis.settings.ChangeSetting;
import dev.watchkeeper.redis.settings.WatchSetting;
import dev.watchkeeper.redis.testing.Acl;
import dev.watchkeeper.redis.testing.OwnRedis;
import dev.watchkeeper.redis.testing.RedisField;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slow log, latency events and command statistics, with what happens to counters in between. */
class QueriesTest {
    private static final String LAB = "6.2";
    private static final String BUSY = "local n = 0 for i = 1, 8000000 do n = n + i end return n";

    private static RedisField field(String version) throws IOException {
        if (version.equals(LAB)) {
            return RedisField.ofTheLab();
        }
        Debian.needs("redis-server");
        return RedisField.ofDebian();
    }

    @ParameterizedTest
    @ValueSource(strings = {LAB, "Debian's"})
    void whatWasDoneBetweenTwoLooks(String version) throws IOException, FaultException {
        try (RedisField field = field(version)) {
            OwnRedis redis = field.server("redis", "slowlog-log-slower-than 0", "slowlog-max-len 20");
            try (RedisServer server = new RedisServer(redis.target(), Passwords.none())) {
                QueriesProbe probe = new QueriesProbe(server);
                redis.ask("SET", "user:0:name", "before");
                Queries first = probe.read().value();
                assertThat(slow(first).slowerThan()).contains(Duration.ZERO);
                assertThat(slow(first).most()).isEqualTo(20);
                assertThat(slow(first).fresh()).isZero();

                for (int i = 0; i < 5; i++) {
                    redis.ask("HGETALL", "user:" + i + ":cart");
                }
                redis.ask("AUTH", "default", "s3cret");
                redis.ask("CONFIG", "SET", "masterauth", "s3cret");
                Queries second = probe.read().value();

                CommandWork work = CommandWork.between(first.commands(), second.commands());
                assertThat(use(work, "HGETALL").calls()).isEqualTo(5);
                assertThat(work.totals().misses()).isEqualTo(5);
                assertThat(work.totals().hitShare()).isZero();
                assertThat(work.uses().stream().mapToDouble(CommandUse::share).sum())
                        .isBetween(0.99, 1.01);
                assertThat(work.interruptions()).isEmpty();
                assertThat(work.uses()).noneMatch(one -> one.name().equals("SET"));
                assertThat(slow(second).missed()).isPositive();
                assertThat(slow(second).entries()).hasSizeGreaterThan(20);
                assertThat(slow(second).entries().stream().map(SlowEntry::typed))
                        .noneMatch(typed -> typed.contains("s3cret"))
                        .anyMatch(typed -> typed.startsWith("CONFIG SET masterauth"));

                resetAndRestart(redis, probe, second.commands());
            }
        }
    }

    private static void resetAndRestart(OwnRedis redis, QueriesProbe probe, CommandReading before)
            throws FaultException, IOException {
        redis.ask("CONFIG", "SET", "slowlog-log-slower-than", "1000000");
        redis.ask("SLOWLOG", "RESET");
        redis.ask("CONFIG", "RESETSTAT");
        redis.ask("HGETALL", "a");
        Queries reset = probe.read().value();
        CommandWork work = CommandWork.between(before, reset.commands());
        assertThat(work.interruptions()).extracting(Interruption::kind).containsExactly(Interruption.Kind.RESET);
        assertThat(use(work, "HGETALL").calls()).isEqualTo(1);
        assertThat(slow(reset).interruption().orElseThrow().kind()).isEqualTo(Interruption.Kind.RESET);
        assertThat(slow(reset).length()).isZero();
        assertThat(slow(reset).entries()).as("what was seen before is kept").isNotEmpty();

        redis.kill();
        redis.start();
        Queries restarted = probe.read().value();
        assertThat(CommandWork.between(reset.commands(), restarted.commands()).interruptions())
                .extracting(Interruption::kind)
                .containsExactly(Interruption.Kind.RESTART);
        assertThat(slow(restarted).interruption().orElseThrow().kind()).isEqualTo(Interruption.Kind.RESTART);
        assertThat(CommandWork.between(reset.commands(), restarted.commands()).uses())
                .allMatch(one -> one.did().calls() >= 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {LAB, "Debian's"})
    void slowOnesAreSeenOnceAndByShape(String version) throws IOException, FaultException {
        try (RedisField field = field(version)) {
            OwnRedis redis = field.server("redis", "slowlog-log-slower-than 1000000");
            try (RedisServer server = new RedisServer(redis.target(), Passwords.none())) {
                QueriesProbe probe = new QueriesProbe(server);
                Queries off = probe.read().value();
                assertThat(latency(off).isOff()).isTrue();
                ChangeSetting turnOn = ChangeSetting.of(server, WatchSetting.LATENCY_THRESHOLD, "1ms", false);
                assertThat(turnOn.preview()).contains("from off to 1 ms");
                turnOn.run();
                ChangeSetting.of(server, WatchSetting.SLOWLOG_SLOWER_THAN, "2ms", false)
                        .run();

                OwnRedis.until("something is slow", () -> {
                    redis.says("", "EVAL", BUSY, "1", "job:17");
                    return slowNow(probe) > 0;
                });
                Queries seen = probe.read().value();
                SlowEntry entry = slow(seen).entries().getFirst();
                assertThat(slow(seen).fresh()).isZero();
                assertThat(entry.shape()).isEqualTo("EVAL " + BUSY.substring(0, 39) + "… job:*");
                assertThat(entry.address()).startsWith("127.0.0.1:");
                assertThat(entry.client()).isEqualTo("watchkeeper");
                assertThat(SlowGroup.of(slow(seen).entries()).getFirst().total())
                        .isPositive();
                LatencyEvent event = latency(seen).events().stream()
                        .filter(one -> one.name().equals("command"))
                        .findFirst()
                        .orElseThrow();
                assertThat(event.history()).isNotEmpty();
                assertThat(LatencyDoctor.ask(server)).isNotEmpty();
                assertThat(seen.commands().percentiles().containsKey("EVAL")).isEqualTo(!version.equals(LAB));
            }
        }
    }

    @Test
    void whoMayNotAskIsToldWhatToGrant() throws IOException, FaultException {
        try (RedisField field = RedisField.ofTheLab()) {
            OwnRedis redis = field.server("redis");
            try (RedisServer server = Acl.enter(redis, "app", "~*", "+info", "+time", "+client", "+get")) {
                Queries seen = new QueriesProbe(server).read().value();

                assertThat(seen.commands().commands()).isNotEmpty();
                assertThat(seen.slowLog().refusal().orElseThrow()).satisfies(fault -> {
                    assertThat(fault.kind()).isEqualTo(FaultKind.DENIED);
                    assertThat(fault.advice()).contains("+slowlog");
                });
                assertThat(seen.latency().refusal().orElseThrow().advice()).contains("+latency");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "HGETALL user:123:cart | HGETALL user:*:cart",
                "get session:550e8400-e29b-41d4-a716-446655440000 | GET session:*",
                "MGET a:1 a:2 | MGET a:*",
                "XREAD COUNT 5 STREAMS events:2024-11-20 0 | XREAD events:*",
                "OBJECT ENCODING user:7 | OBJECT ENCODING user:*",
                "CONFIG SET maxmemory 1 | CONFIG SET",
                "KEYS user:* | KEYS user:*",
                "DEL v1:lock:da39a3ee5e6b4b0d3255bfef95601890afd80709 | DEL v1:lock:*",
                "SET \"\\xac\\xed\\x00\\x05t\\x00\\auser:12\" x | SET \\x…t\\x…\\auser:*",
                "GET mail:jane@example.org | GET mail:*@*",
                "ZINTERSTORE out:1 2 a b | ZINTERSTORE out:*",
                "FLUSHALL | FLUSHALL"
            })
    void keysThatDifferOnlyInNumbersAreOneShape(String line, String shape) throws FaultException {
        List<Blob> words = CommandWords.of(line);
        assertThat(CommandShape.of(words)).isEqualTo(shape);
    }

    private static long slowNow(QueriesProbe probe) {
        try {
            return slow(probe.read().value()).length();
        } catch (FaultException e) {
            return 0;
        }
    }

    private static SlowLog slow(Queries queries) {
        return queries.slowLog().value().orElseThrow();
    }

    private static Latency latency(Queries queries) {
        return queries.latency().value().orElseThrow();
    }

    private static CommandCounter use(CommandWork work, String name) {
        return work.uses().stream()
                .filter(one -> one.name().equals(name))
                .map(CommandUse::did)
                .findFirst()
                .orElse(CommandCounter.NONE);
    }
}
