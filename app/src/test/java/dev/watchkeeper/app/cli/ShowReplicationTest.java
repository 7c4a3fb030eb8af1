package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.redis.RedisServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LabExtension.class)
final class ShowReplicationTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path home;

    @Test
    void fromOneStandbysLineTheWholeClusterComes(SharedLabs labs) throws IOException {
        Lab lab = labs.topology();
        Map<String, String> names = new HashMap<>();
        for (PostgresServer server : lab.servers()) {
            names.put(server.host() + ":" + server.port(), server.name());
        }
        JsonNode tick = show(lab.server(MemberRole.SYNCHRONOUS_STANDBY).uri());
        List<String> nodes = new ArrayList<>();
        String system = "";
        for (JsonNode node : tick.get("nodes")) {
            assertThat(node.get("id")).isEqualTo(node.get("address"));
            assertThat(node.get("connected").asBoolean()).isTrue();
            String name = names.get(node.get("address").asText());
            nodes.add(node.get("role").asText() + " " + name);
            if (!node.get("role").asText().equals("subscriber")) {
                system = system.isEmpty() ? node.get("system_identifier").asText() : system;
                assertThat(node.get("system_identifier").asText()).isEqualTo(system);
                assertThat(node.get("timeline").asInt()).isEqualTo(1);
                assertThat(node.get("lsn").asText()).matches("[0-9A-F]+/[0-9A-F]+");
            }
        }
        assertThat(nodes)
                .containsExactlyInAnyOrder(
                        "primary pg-shop-1",
                        "standby pg-shop-2",
                        "standby pg-shop-3",
                        "standby pg-dr-1",
                        "subscriber pg-dwh-1");
        assertThat(links(tick, names))
                .containsExactlyInAnyOrder(
                        "pg-shop-1 physical pg-shop-2 streaming pg_shop_2",
                        "pg-shop-1 physical pg-shop-3 streaming pg_shop_3",
                        "pg-shop-3 physical pg-dr-1 streaming pg_dr_1",
                        "pg-shop-1 logical pg-dwh-1 streaming sub_shop");
        assertThat(tick.get("slots")).hasSize(4);
    }

    @Test
    void fromOneSentinelThePrimaryItsReplicaAndTheOtherSentinels(SharedLabs labs) throws IOException {
        Lab lab = labs.lab(LabPlan.primaryOnly(LabPlan.NEWEST).withRedis());
        Map<String, String> names = new HashMap<>();
        String sentinel = "";
        for (RedisServer server : lab.redis()) {
            names.put(
                    server.member().host() + ":" + server.member().port(),
                    server.member().name());
            sentinel = server.member().uri();
        }
        JsonNode tick = show(sentinel);
        assertThat(tick.get("nodes")).hasSize(5);
        assertThat(links(tick, names))
                .containsExactlyInAnyOrder(
                        "redis-1 redis redis-2 online null",
                        "sentinel-1 watch redis-1 ok null",
                        "sentinel-2 watch redis-1 ok null",
                        "sentinel-3 watch redis-1 ok null");
        for (JsonNode node : tick.get("nodes")) {
            boolean data = !node.get("role").asText().equals("sentinel");
            assertThat(node.get("offset").isNumber()).isEqualTo(data);
            assertThat(node.get("lsn").isNull()).isTrue();
        }
    }

    @Test
    void csvTellsTheListsApart(SharedLabs labs) {
        Typed typed = Typed.at(home)
                .run("show", "replication", "--on", labs.topology().primary().uri(), "--format", "csv");
        assertThat(typed.exit()).isEqualTo(Exit.DONE);
        assertThat(typed.out()).startsWith("target,taken_at,list,id,");
        assertThat(typed.lines().stream().filter(line -> line.contains(",links,")))
                .hasSize(4);
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() {
        Typed typed = Typed.at(home).run("show", "replication", "--on", "redis://127.0.0.1:1");
        assertThat(typed.exit()).isEqualTo(Exit.UNREACHABLE_OR_DENIED);
        assertThat(typed.err()).contains("127.0.0.1:1");
    }

    private JsonNode show(String on) throws IOException {
        Typed typed = Typed.at(home).run("show", "replication", "--on", on, "--format", "json");
        assertThat(typed.exit()).as(typed.err()).isEqualTo(Exit.DONE);
        assertThat(typed.lines()).hasSize(1);
        return JSON.readTree(typed.out());
    }

    private static List<String> links(JsonNode tick, Map<String, String> names) {
        List<String> links = new ArrayList<>();
        for (JsonNode link : tick.get("links")) {
            links.add(String.join(
                    " ",
                    names.get(link.get("from").asText()),
                    link.get("kind").asText(),
                    names.get(link.get("to").asText()),
                    link.get("state").asText(),
                    link.get("slot").asText()));
        }
        return links;
    }
}
