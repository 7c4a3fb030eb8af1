package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.debian.HaproxyServer;
import dev.watchkeeper.lab.debian.PatroniLab;
import dev.watchkeeper.lab.debian.PatroniNode;
import dev.watchkeeper.lab.debian.PgBouncerServer;
import dev.watchkeeper.lab.host.LabHost;
import dev.watchkeeper.lab.member.LabMember;
import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.process.FreePorts;
import dev.watchkeeper.lab.testing.Debian;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are reached through a host, and those that are found behind it. */
@ExtendWith(LabExtension.class)
final class TunnelsTest {
    @TempDir
    Path home;

    private void save(LabHost host, String... namesAndAddresses) throws IOException {
        StringBuilder yaml = new StringBuilder("hosts:\n" + host.yaml("bastion") + "connections:\n");
        for (int i = 0; i < namesAndAddresses.length; i += 2) {
            yaml.append("  - name: ").append(namesAndAddresses[i]).append('\n');
            yaml.append("    url: ").append(namesAndAddresses[i + 1]).append('\n');
            yaml.append("    ssh: bastion\n");
        }
        Files.createDirectories(home.resolve("watchkeeper"));
        Files.writeString(home.resolve("watchkeeper/connections.yaml"), yaml.toString(), StandardCharsets.UTF_8);
    }

    private static String uri(Lab lab, MemberRole role) {
        return lab.members().stream()
                .filter(member -> member.role() == role)
                .map(LabMember::uri)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsTheServersBehindTheHost(SharedLabs labs) throws IOException {
        Lab lab = labs.topology();
        try (LabHost host = LabHost.start(home.resolve("host"), new FreePorts())) {
            save(host, "standby", uri(lab, MemberRole.CASCADING_STANDBY));
            Typed found = Typed.at(home).run("show", "replication", "--on", "standby");
            assertThat(found.exit()).isEqualTo(Exit.DONE);
            // each standby tells where its upstream is, and those were asked
            assertThat(found.out())
                    .contains("127.0.0.1:"
                            + lab.server(MemberRole.ASYNCHRONOUS_STANDBY).port())
                    .containsPattern("127.0.0.1:" + lab.primary().port() + " +primary");
        }
        Typed gone = Typed.at(home).run("show", "replication", "--on", "standby");
        assertThat(gone.out() + gone.err()).contains("can't be reached over SSH");
    }

    @Test
    void findsWhatASentinelWatches(SharedLabs labs) throws IOException {
        Lab lab = labs.lab(LabPlan.primaryOnly(LabPlan.NEWEST).withRedis());
        try (LabHost host = LabHost.start(home.resolve("host"), new FreePorts())) {
            save(host, "watch", uri(lab, MemberRole.REDIS_SENTINEL));
            Typed found = Typed.at(home).run("show", "replication", "--on", "watch");
            assertThat(found.exit()).isEqualTo(Exit.DONE);
            assertThat(found.out()).contains("1 primary, 1 replica, 3 sentinels");
        }
        Typed gone = Typed.at(home).run("show", "replication", "--on", "watch");
        assertThat(gone.out() + gone.err()).contains("can't be reached over SSH");
    }

    @Test
    void whatManagesAClusterAndStandsBeforeItIsReachedThroughTheHostToo(SharedLabs labs)
            throws IOException, SQLException {
        Debian.needs("haproxy", "pgbouncer");
        PatroniLab lab = labs.patroni();
        PatroniNode leader = lab.settle();
        try (HaproxyServer haproxy = HaproxyServer.start(
                        lab.folder(),
                        lab.nodes().stream().map(HaproxyServer.Behind::node).toList(),
                        "");
                PgBouncerServer pool = PgBouncerServer.start(
                        lab.folder(), Map.of("postgres", "host=127.0.0.1 port=" + haproxy.writePort()))) {
            String[] all = {
                "api", leader.apiUri(),
                "proxy",
                        "haproxy+http://127.0.0.1:%d%s?write=127.0.0.1:%d"
                                .formatted(haproxy.statsPort(), HaproxyServer.PAGE, haproxy.writePort()),
                "pool", pool.uri()
            };
            try (LabHost host = LabHost.start(home.resolve("host"), new FreePorts())) {
                save(host, all);
                Typed found = show("--on", "api", "--on", "proxy", "--on", "pool", "--every", "1s", "--count", "3");
                assertThat(found.exit()).as(found.err()).isEqualTo(Exit.DONE);
                assertThat(found.out())
                        .contains("1 primary, 2 standbys")
                        .contains("127.0.0.1:" + haproxy.statsPort())
                        .contains("127.0.0.1:" + pool.port());
            }
            for (String name : List.of("api", "proxy", "pool")) {
                Typed gone = show("--on", name);
                assertThat(gone.out() + gone.err()).as(name).contains("can't be reached over SSH");
            }
        }
    }

    private Typed show(String... arguments) {
        return Typed.at(home)
                .variable("PGUSER", "postgres")
                .run(Stream.concat(Stream.of("show", "replication"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    @Test
    void tellsHowTheHostOfAServerIs(SharedLabs labs) throws IOException {
        Files.createDirectories(home.resolve("watchkeeper"));
        Files.writeString(home.resolve("watchkeeper/connections.yaml"), """
                connections:
                  - name: here
                    url: %s
                    host: local
                  - name: nowhere
                    url: %s
                """.formatted(
                        labs.primary().uri(), labs.primary().uri()));
        Typed typed = Typed.at(home).run("show", "host", "--on", "here");
        assertThat(typed.exit()).isEqualTo(Exit.DONE);
        assertThat(typed.out()).contains("Processes of the server", "pg_wal", "of memory available");
        Typed json = Typed.at(home).run("show", "host", "--on", "here", "--format", "json");
        assertThat(json.out())
                .contains("\"disks\":[{\"host\":\"local\",\"holds\":\"data\"", "\"processes\":[{\"pid\":");
        assertThat(Typed.at(home).run("show", "host", "--on", "nowhere").err()).contains("nobody said on which host");
    }
}
