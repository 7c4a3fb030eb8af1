package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.redis.RedisServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Redis from the command line. */
@ExtendWith(LabExtension.class)
final class RedisShowTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path home;

    private static List<RedisServer> redis(SharedLabs labs) {
        return labs.lab(LabPlan.primaryOnly(LabPlan.NEWEST).withRedis()).redis();
    }

    @Test
    void sessionsAndMemoryAsJson(SharedLabs labs) throws IOException {
        String on = "redis://127.0.0.1:" + redis(labs).getFirst().port();
        Typed sessions = Typed.at(home).run("show", "sessions", "--on", on, "--format", "json");
        assertThat(sessions.exit()).isEqualTo(Exit.DONE);
        assertThat(JSON.readTree(sessions.out()).get("rows")).anySatisfy(row -> {
            assertThat(row.get("kind").asText()).isEqualTo("replica");
            assertThat(row.get("tot_mem_bytes").asLong()).isPositive();
        });
        Typed memory = Typed.at(home).run("show", "memory", "--on", on, "--format", "json");
        assertThat(memory.exit()).isEqualTo(Exit.DONE);
        JsonNode row = JSON.readTree(memory.out()).get("rows").get(0);
        assertThat(row.get("role").asText()).isEqualTo("primary");
        assertThat(row.get("used_memory_bytes").asLong()).isPositive();
        assertThat(row.get("maxmemory_bytes").isNull()).isTrue();
    }

    @Test
    void tableAndPdf(SharedLabs labs) throws IOException {
        String on = "redis://127.0.0.1:" + redis(labs).get(1).port();
        Typed table = Typed.at(home).run("show", "memory", "--on", on);
        assertThat(table.out()).contains("used, no limit", "replica of 127.0.0.1:", "noeviction: writes are refused");
        for (String pane : List.of("memory", "sessions")) {
            Path pdf = home.resolve(pane + ".pdf");
            assertThat(Typed.at(home)
                            .run("report", pane, "--on", on, "--out", pdf.toString())
                            .exit())
                    .isEqualTo(Exit.DONE);
            assertThat(Files.size(pdf)).isPositive();
        }
    }

    @Test
    void whatCommandsDidForAWhile(SharedLabs labs) throws IOException {
        String on = "redis://127.0.0.1:" + redis(labs).getFirst().port();
        Typed commands =
                Typed.at(home).run("show", "commands", "--on", on, "--for", "200ms", "--top", "1", "--format", "json");
        assertThat(commands.exit()).as(commands.err()).isEqualTo(Exit.DONE);
        JsonNode seen = JSON.readTree(commands.out());
        assertThat(seen.get("rows")).hasSize(1);
        assertThat(seen.get("totals").get(0).get("commands").asLong()).isPositive();
        assertThat(Typed.at(home)
                        .run("show", "commands", "--on", on, "--since", "1h")
                        .exit())
                .isEqualTo(Exit.BAD_ARGUMENTS);
    }

    @Test
    void commandsAreRunAndWhatChangesIsAskedFor(SharedLabs labs) throws IOException {
        RedisServer redis = redis(labs).getFirst();
        String on = "redis://127.0.0.1:" + redis.port();
        String write = "HSET asked:1 \"a\\x00b\" 1";
        Typed unasked = Typed.at(home).run("query", "--on", on, "-c", write);
        assertThat(unasked.exit()).isEqualTo(Exit.BAD_ARGUMENTS);
        assertThat(unasked.err()).contains("Changes keys", "--yes");
        assertThat(redis.ask("EXISTS asked:1")).contains("0");

        assertThat(Typed.at(home).run("query", "--on", on, "-c", write, "--yes").exit())
                .isEqualTo(Exit.DONE);
        Typed read = Typed.at(home).run("query", "--on", on, "-c", "HGETALL asked:1", "--format", "json");
        assertThat(read.exit()).as(read.err()).isEqualTo(Exit.DONE);
        assertThat(JSON.readTree(read.out()).get("a\0b").asText()).isEqualTo("1");
        Typed wrong = Typed.at(home).run("query", "--on", on, "-c", "LRANGE asked:1 0 -1");
        assertThat(wrong.exit()).isEqualTo(Exit.FAILED);
        assertThat(wrong.err()).contains("WRONGTYPE");
        redis.ask("DEL asked:1");
    }

    @Test
    void whatWasSlowAndWhatIsBig(SharedLabs labs) throws IOException {
        RedisServer redis = redis(labs).getFirst();
        String on = "redis://127.0.0.1:" + redis.port();
        redis.ask("CONFIG SET slowlog-log-slower-than 0");
        redis.ask("SET big:1 " + "x".repeat(2000));
        Typed slow = Typed.at(home).run("show", "slowlog", "--on", on, "--format", "json");
        assertThat(slow.exit()).as(slow.err()).isEqualTo(Exit.DONE);
        assertThat(JSON.readTree(slow.out()).get("shapes"))
                .anySatisfy(row -> assertThat(row.get("shape").asText()).isEqualTo("SET big:*"));

        Typed big = Typed.at(home).run("redis-bigkeys", "--on", on, "--replica", "--format", "json");
        assertThat(big.exit()).as(big.err()).isEqualTo(Exit.DONE);
        JsonNode sample = JSON.readTree(big.out());
        assertThat(sample.get("sample").get(0).get("end").asText()).isEqualTo("complete");
        assertThat(sample.get("sample").get(0).get("server").asText()).doesNotContain(Integer.toString(redis.port()));
        for (String pane : List.of("slowlog", "bigkeys")) {
            Path pdf = home.resolve(pane + ".pdf");
            assertThat(Typed.at(home)
                            .run("report", pane, "--on", on, "--out", pdf.toString())
                            .exit())
                    .isEqualTo(Exit.DONE);
        }
        redis.ask("CONFIG SET slowlog-log-slower-than 10000");
        redis.ask("DEL big:1");
    }

    @Test
    void whatThereIsNotForRedisIsSaid(SharedLabs labs) {
        String on = "redis://127.0.0.1:" + redis(labs).getFirst().port();
        Typed locks = Typed.at(home).run("show", "locks", "--on", on);
        assertThat(locks.exit()).isNotEqualTo(Exit.DONE);
        assertThat(locks.err()).contains("there is no pane locks for Redis");
    }

    @Test
    void aFailoverIsWeighedWithoutBeingDone(SharedLabs labs) throws IOException, SQLException {
        // on a machine that was held up sentinels only watch, for half a minute
        Patience.until(Duration.ofSeconds(90), "no sentinel is in TILT mode", () -> {
            for (RedisServer one : redis(labs)) {
                String info = one.ask("INFO sentinel");
                if (info.contains("sentinel_masters:1") && !info.contains("sentinel_tilt:0")) {
                    return false;
                }
            }
            return true;
        });
        String on = "sentinel://127.0.0.1:" + redis(labs).getLast().port() + "/shop-cache";
        Typed dry = Typed.at(home).run("redis-failover", "--on", on, "--dry-run", "--format", "json");
        assertThat(dry.exit()).as(dry.err()).isEqualTo(Exit.DONE);
        JsonNode preflight = JSON.readTree(dry.out());
        assertThat(preflight.get("verdict").asText()).isEqualTo("ready");
        assertThat(preflight.get("predicted_loss_bytes").asLong()).isZero();
        assertThat(redis(labs).getFirst().ask("INFO replication")).contains("role:master");
    }
}
