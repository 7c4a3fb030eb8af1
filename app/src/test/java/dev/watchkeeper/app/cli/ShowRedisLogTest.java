package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.redis.RedisServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The log of a Redis that writes to its standard output. */
@ExtendWith(LabExtension.class)
final class ShowRedisLogTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path home;

    @Test
    void warningsComeFirstAndAServerWithoutAHostSaysWhatToWrite(SharedLabs labs) throws Exception {
        RedisServer redis = labs.lab(LabPlan.primaryOnly(LabPlan.NEWEST).withRedis())
                .redis()
                .getFirst();
        Files.createDirectories(home.resolve("watchkeeper"));
        Files.writeString(
                home.resolve("watchkeeper/connections.yaml"),
                """
                connections:
                  - {name: cache, url: '%1$s', host: local}
                  - {name: unplaced, url: '%1$s'}
                """.formatted(redis.member().uri()),
                StandardCharsets.UTF_8);
        redis.ask("CONFIG SET maxmemory 1"); // which it warns of
        redis.ask("CONFIG SET maxmemory 0");
        Typed typed = Typed.at(home).run("show", "log", "--on", "cache", "--since", "1d", "--format", "json");
        assertThat(typed.exit()).as(typed.err()).isEqualTo(Exit.DONE);
        JsonNode rows = JSON.readTree(typed.out()).get("rows");
        assertThat(rows.findValuesAsText("level")).startsWith("warning").contains("notice");
        assertThat(rows.findValuesAsText("shape"))
                .anySatisfy(shape -> assertThat(shape).contains("CONFIG SET (?) is smaller"));
        assertThat(rows.findValuesAsText("message"))
                .anySatisfy(message -> assertThat(message).startsWith("Ready to accept connections"));
        assertThat(Typed.at(home).run("show", "log", "--on", "cache").out()).contains("server.log on local", "notice");
        Typed unplaced = Typed.at(home).run("show", "log", "--on", "unplaced");
        assertThat(unplaced.exit()).isEqualTo(Exit.UNREACHABLE_OR_DENIED);
        assertThat(unplaced.out() + unplaced.err()).contains("Write host: into its connection, in connections.yaml");
    }
}
