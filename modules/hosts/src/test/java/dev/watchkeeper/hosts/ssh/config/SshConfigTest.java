package dev.watchkeeper.hosts.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.hosts.ssh.SshHome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.lab.process.Tool;
import dev.watchkeeper.lab.testing.Debian;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ssh itself makes of the same file is the oracle. */
class SshConfigTest {
    private static final List<String> COMPARED = List.of(
            "hostname",
            "user",
            "port",
            "identityfile",
            "identitiesonly",
            "identityagent",
            "proxyjump",
            "userknownhostsfile",
            "hostkeyalias",
            "stricthostkeychecking",
            "hashknownhosts",
            "connecttimeout",
            "certificatefile");

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Path ssh = Files.createDirectories(folder.resolve(".ssh").resolve("more"));
        Files.writeString(ssh.resolve("a.conf"), "Host inner*\n  User from-a\nUser default-a\n");
        Files.writeString(ssh.resolve("b.conf"), "Port 2022\n");
        Files.writeString(
                folder.resolve(".ssh").resolve("config"),
                """
                # comments, and the ways to write a line
                Host db-? !db-9
                    HostName = %h.example.com
                    User="quoted user"
                  Port   2201   # behind a value
                    IdentityFile ~/.ssh/first
                    IdentityFile "~/.ssh/with space"
                Host *.lan !secret.lan other
                \tProxyJump bastion,ada@relay:2222
                \tIdentitiesOnly yes
                host nojump
                  ProxyJump none
                  IdentityAgent none
                  StrictHostKeyChecking accept-new
                Match originalhost matched user root,ada
                  HostName by-match
                Match host by-match
                  Port 2300
                Match user nobody-here
                  HostName wrong
                Match exec "true" host matched
                  HostKeyAlias never
                Match all
                  ConnectTimeout 7
                Host inner* db-1
                  Include ABSOLUTE/more/*.conf
                Host inner2
                  User later
                  HostKeyAlias Alias.Example
                  UserKnownHostsFile ~/.ssh/kh1 ~/.ssh/kh2
                  HashKnownHosts yes
                Host *
                  IdentityFile ~/.ssh/last
                  CertificateFile ~/.ssh/cert-%r
                  User everybody
                Host * !later !bastion
                  ProxyJump later
                """.replace("ABSOLUTE", folder.resolve(".ssh").toString()),
                StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db-1",
                "db-9",
                "db-22",
                "a.lan",
                "secret.lan",
                "other",
                "nojump",
                "matched",
                "inner1",
                "inner2",
                "x"
            })
    void readsWhatSshReads(String host) throws IOException {
        Debian.needs("ssh");
        Map<String, List<String>> theirs = new TreeMap<>();
        String said = Tool.run("ssh", "-G", "-F", folder.resolve(".ssh/config").toString(), host);
        said.lines().forEach(line -> {
            String[] parts = line.split(" ", 2);
            if (COMPARED.contains(parts[0])) {
                theirs.merge(parts[0], List.of(parts[1]), SshConfigTest::both);
            }
        });
        SshOptions options = new SshConfig(home(), folder.resolve("nowhere")).options(host, Map.of());
        for (String keyword : COMPARED) {
            List<String> ours = options.all(keyword);
            if (!ours.isEmpty() && !keyword.equals("proxyjump")) {
                assertThat(List.of(String.join(" ", told(keyword, ours, host))))
                        .as(keyword)
                        .isEqualTo(List.of(String.join(" ", theirs.getOrDefault(keyword, List.of()))));
            }
        }
        assertThat(options.one("proxyjump").filter(jump -> !jump.equals("none")))
                .isEqualTo(theirs.getOrDefault("proxyjump", List.of()).stream().findFirst());
        assertThat(options.one("hostname").isEmpty()).isEqualTo(List.of(host).equals(theirs.get("hostname")));
    }

    /** As ssh prints it. */
    private static List<String> told(String keyword, List<String> ours, String host) {
        return switch (keyword) {
            case "hostname" -> List.of(ours.getFirst().replace("%h", host));
            case "hostkeyalias" -> List.of(ours.getFirst().toLowerCase(Locale.ROOT));
            case "userknownhostsfile" ->
                ours.stream()
                        .map(one -> one.replace("~", System.getProperty("user.home")))
                        .toList();
            default ->
                ours.stream().map(one -> one.equals("true") ? "yes" : one).toList();
        };
    }

    private static List<String> both(List<String> one, List<String> other) {
        return List.of((String.join(" ", one) + " " + String.join(" ", other)).split(" (?=~)", -1));
    }

    private SshHome home() {
        return new SshHome(Map.of(), folder, "root");
    }

    private List<Destination> way(String name) throws FaultException {
        return new Ways(new SshConfig(home(), folder.resolve("nowhere"))).to(HostSpec.named(name));
    }

    @Test
    void goesOverEveryJumpHostInItsOrder() throws FaultException {
        List<Destination> way = way("a.lan");
        assertThat(way).extracting(Destination::alias).containsExactly("bastion", "relay", "a.lan");
        assertThat(way.get(way.size() - 2).user()).isEqualTo("ada");
        assertThat(way.get(way.size() - 2).port()).isEqualTo(2222);
        assertThat(way("nojump")).hasSize(1);
        assertThat(way.getLast().keys().only()).isTrue();
    }

    @Test
    void refusesToRunInCircles() throws IOException {
        Files.writeString(folder.resolve(".ssh/config"), "Host *\n ProxyJump one\nHost one\n ProxyJump two\n");
        FaultException fault = catchThrowableOfType(FaultException.class, () -> way("two"));
        assertThat(fault.fault().message()).contains("circle");
    }

    @Test
    void fillsInWhatIsLeftOpen() throws IOException, FaultException {
        Files.writeString(folder.resolve(".ssh/config"), """
                Host short
                  HostName LONG.example
                  Port 2200
                  User ada
                  IdentityFile %d/keys/%h-%p-%r-%n
                  IdentityFile ${KEYS}/one
                  IdentityAgent $OTHER_AGENT
                  Include rel*.conf
                """);
        Files.writeString(folder.resolve(".ssh/rel.conf"), "HostKeyAlias cluster\n");
        SshHome home = new SshHome(Map.of("KEYS", "/k", "OTHER_AGENT", "/run/agent"), folder, "root");
        HostSpec spec = new HostSpec(
                "it", "short", Optional.empty(), OptionalInt.of(2300), Optional.of("~/mine"), Optional.of("~/hosts"));
        Destination made = new Ways(new SshConfig(home, folder.resolve("nowhere")))
                .to(spec)
                .getLast();
        assertThat(made.host()).isEqualTo("long.example");
        assertThat(made.port()).isEqualTo(2300);
        assertThat(made.keys().chosen()).contains(folder.resolve("mine"));
        assertThat(made.keys().files())
                .containsExactly(folder.resolve("keys/long.example-2300-ada-short"), Path.of("/k/one"));
        assertThat(made.keys().agent()).contains(Path.of("/run/agent"));
        assertThat(made.trust().files()).containsExactly(folder.resolve("hosts"));
        assertThat(made.trust().name()).isEqualTo("cluster");
    }

    @Test
    void readsAddressesAsPeopleWriteThem() throws FaultException {
        assertThat(Address.of("ada@[::1]:22")).isEqualTo(new Address(Optional.of("ada"), "::1", OptionalInt.of(22)));
        assertThat(Address.of("fe80::1")).isEqualTo(new Address(Optional.empty(), "fe80::1", OptionalInt.empty()));
        assertThat(Address.of("a@b@h")).isEqualTo(new Address(Optional.of("a@b"), "h", OptionalInt.empty()));
        for (String senseless : List.of("", "-oProxyCommand=x", "h:99999", "h:x", "a b")) {
            assertThat(catchThrowableOfType(FaultException.class, () -> Address.of(senseless)))
                    .as(senseless.toLowerCase(Locale.ROOT))
                    .isNotNull();
        }
    }
}
