package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.lab.debian.HaproxyServer;
import dev.watchkeeper.lab.debian.PatroniLab;
import dev.watchkeeper.lab.debian.PatroniNode;
import dev.watchkeeper.lab.debian.PgBouncerServer;
import dev.watchkeeper.lab.testing.Debian;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From the terminal: a cluster under Patroni with a proxy and a pool before it. */
@ExtendWith(LabExtension.class)
final class PatroniCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path home;

    @Test
    void aClusterIsShownWithWhatStandsBeforeItAndSwitchedOver(SharedLabs labs) throws IOException, SQLException {
        Debian.needs("haproxy", "pgbouncer");
        PatroniLab lab = labs.patroni();
        PatroniNode leader = lab.settle();
        PatroniNode next = lab.nodes().stream()
                .filter(node -> !node.equals(leader))
                .findFirst()
                .orElseThrow();
        try (HaproxyServer haproxy = HaproxyServer.start(
                        lab.folder(),
                        lab.nodes().stream().map(HaproxyServer.Behind::node).toList(),
                        "dba:secret");
                PgBouncerServer pool = PgBouncerServer.start(
                        lab.folder(), Map.of("postgres", "host=127.0.0.1 port=" + haproxy.writePort()))) {
            String proxy = "haproxy+http://dba:secret@127.0.0.1:%d%s?write=127.0.0.1:%d"
                    .formatted(haproxy.statsPort(), HaproxyServer.PAGE, haproxy.writePort());
            List<String> seen = show(leader.uri(), leader.apiUri(), proxy, pool.uri());
            assertThat(seen)
                    .contains(
                            "primary " + id(leader),
                            "standby " + id(next),
                            "proxy 127.0.0.1:" + haproxy.statsPort(),
                            "pool 127.0.0.1:" + pool.port(),
                            "127.0.0.1:%d route %s up".formatted(haproxy.statsPort(), id(leader)),
                            "127.0.0.1:%d route 127.0.0.1:%d up".formatted(pool.port(), haproxy.statsPort()));
        }
        assertThat(show(next.apiUri())).contains("primary " + id(leader), "standby " + id(next));

        Typed dry = run("switchover", "--on", next.apiUri(), "--to", next.name(), "--dry-run", "--format", "json");
        assertThat(dry.exit()).as(dry.err()).isZero();
        JsonNode preflight = JSON.readTree(dry.out());
        assertThat(preflight.get("candidate").asText()).isEqualTo(id(next));
        assertThat(preflight.get("verdict").asText()).isEqualTo("ready");
        assertThat(preflight.get("predicted_loss_bytes").asLong()).isZero();
        assertThat(lab.leader()).hasValue(leader);

        assertThat(run("switchover", "--on", leader.apiUri(), "--to", leader.name(), "--yes")
                        .exit())
                .as("the leader is refused")
                .isEqualTo(1);

        Typed done = run("switchover", "--on", leader.apiUri(), "--to", next.name(), "--yes", "--format", "json");
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(JSON.readTree(done.lines().getLast()).get("writes_away_ms").asLong())
                .isPositive();
        assertThat(lab.leader()).hasValue(next);
        assertThat(done.out() + done.err()).doesNotContain("secret");
    }

    private List<String> show(String... targets) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("show", "replication", "--format", "json"));
        for (String target : targets) {
            arguments.add("--on");
            arguments.add(target);
        }
        arguments.addAll(List.of("--every", "1s", "--count", "3"));
        Typed typed = run(arguments.toArray(String[]::new));
        assertThat(typed.exit()).as(typed.err()).isZero();
        List<String> found = new ArrayList<>();
        JsonNode tick = JSON.readTree(typed.lines().getLast());
        tick.get("nodes")
                .forEach(node -> found.add(
                        node.get("role").asText() + " " + node.get("id").asText()));
        tick.get("links")
                .forEach(link -> found.add(link.get("from").asText() + " "
                        + link.get("kind").asText() + " " + link.get("to").asText() + " "
                        + link.get("state").asText()));
        return found;
    }

    private Typed run(String... arguments) {
        return Typed.at(home).variable("PGUSER", "postgres").run(arguments);
    }

    private static String id(PatroniNode node) {
        return node.host() + ":" + node.port();
    }
}
