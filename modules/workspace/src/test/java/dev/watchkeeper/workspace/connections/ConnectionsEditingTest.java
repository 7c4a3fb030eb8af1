package dev.watchkeeper.workspace.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.PoolSize;
import dev.watchkeeper.kernel.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsEditingTest {
    private static final String TEXT = """
            # Our servers. 🐘 Ask Ann before touching billing.

            connections:   # newest last
              # the pair behind the proxy
              - name: billing   # since 2019
                url: "postgresql://dba@pg-bill-1,pg-bill-2/billing"
                # production since March
                environment: production
                tags:
                  - payments   # the team
                  - eu
                pool:
                  min_size: 2   # not used here
                  idle_timeout_sec: 60
                # retire in 2030

              # one more
              - {name: 'stage', url: "host=s dbname=d", tags: [a, b]} # short

              - url: postgresql://h/last
                name: last
            # the end
            """;

    @TempDir
    private Path folder;

    private Path path = Path.of("");
    private ConnectionsFile file = new ConnectionsFile(path, new LibpqParser());

    @BeforeEach
    void write() throws IOException {
        path = Files.writeString(folder.resolve("connections.yaml"), TEXT);
        file = new ConnectionsFile(path, new LibpqParser());
    }

    @Test
    void addsBehindTheLast() throws Exception {
        Connections after = file.add(file.read(), connection("new one", "postgresql://u@n:5433/d?sslmode=require"));

        assertThat(after.targets()).extracting(Target::name).containsExactly("billing", "stage", "last", "new one");
        assertThat(text()).isEqualTo(TEXT.replace("    name: last\n", """
                    name: last
                  - name: new one
                    url: postgresql://u@n:5433/d?sslmode=require
                    environment: development
                """.indent(0)));
        assertThat(file.read()).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# mine\n",
                "connections:",
                "connections:\n",
                "connections: []\n",
                "connections: [ ] # none yet",
                "connections:\n# none yet\n",
                "connections: [{name: x, url: 'host=x'}]\n",
                "connections:\n- name: x\n  url: host=x",
                "connections:\r\n- name: x\r\n  url: host=x\r\n",
                "connections:\n-\n  name: x\n  url: host=x\n  tags:\n",
                "\uFEFFconnections:\n  - name: x\n    url: host=x\ndatabase:\n  host: h\n  database: d\n",
                "database: {host: h, database: d}\n",
            })
    void addsChangesAndRemovesInEveryStyle(String text) throws Exception {
        Files.writeString(path, text);
        Connections before = file.read();

        SavedConnection added = new SavedConnection(
                new Target(
                        "new",
                        new LibpqParser().parse("host=n dbname=d").endpoint(),
                        Environment.STAGING,
                        new PasswordSource.Variable("X"),
                        true,
                        List.of("a b", "c, d"),
                        PoolSize.DEFAULT),
                "host=n dbname=d");
        Connections with = file.add(before, added);
        assertThat(with.find("new")).contains(added);
        if (before.find("x").isPresent()) {
            SavedConnection changed = connection("y", "postgresql://h/z");
            with = file.change(with, "x", changed);
            assertThat(with.find("y")).contains(changed);
        }
        assertThat(file.remove(with, "new").saved()).hasSize(before.saved().size());
        assertThat(text().contains("\r\n")).isEqualTo(text.contains("\r\n"));
        assertThat(text().replace("\r\n", "").contains("\r")).isFalse();
    }

    @Test
    void changesOnlyWhatIsDifferent() throws Exception {
        Connections seen = file.read();
        SavedConnection before = seen.find("billing").orElseThrow();
        Target old = before.target();
        Target target = new Target(
                "billing: \"new\"",
                old.endpoint(),
                Environment.STAGING,
                new PasswordSource.Vault("billing"),
                true,
                List.of("payments"),
                new PoolSize(Duration.ofSeconds(60), Duration.ofSeconds(900)));

        file.change(seen, "billing", new SavedConnection(target, before.url()));

        assertThat(text())
                .isEqualTo(TEXT.replace("name: billing ", "name: \"billing: \\\"new\\\"\" ")
                        .replace("environment: production", "environment: staging")
                        .replace("    tags:\n      - payments   # the team\n      - eu\n", "    tags: [payments]\n")
                        .replace("idle_timeout_sec: 60\n", "idle_timeout_sec: 60\n      max_lifetime_sec: 900\n")
                        .replace("max_lifetime_sec: 900\n", "max_lifetime_sec: 900\n    password: vault:billing\n")
                        .replace("password: vault:billing\n", "password: vault:billing\n    read_only: true\n"));
    }

    @Test
    void changesWithinBrackets() throws Exception {
        Connections seen = file.read();
        SavedConnection before = seen.find("stage").orElseThrow();
        Target target = new Target(
                "stage",
                before.target().endpoint(),
                Environment.PRODUCTION,
                new PasswordSource.Variable("P"),
                false,
                List.of(),
                PoolSize.DEFAULT);

        file.change(seen, "stage", new SavedConnection(target, before.url()));

        assertThat(text())
                .isEqualTo(
                        TEXT.replace(
                                "{name: 'stage', url: \"host=s dbname=d\", tags: [a, b]} # short",
                                "{name: 'stage', url: \"host=s dbname=d\", environment: production, password: \"${P}\"} # short"));
    }

    @Test
    void removesWithItsOwnComments() throws Exception {
        Connections after = file.remove(file.read(), "stage");
        String without = TEXT.replaceFirst("(?m)^  # one more\n.*# short\n", "");
        assertThat(text()).isEqualTo(without);

        after = file.remove(after, "billing");
        assertThat(text()).isEqualTo("""
                # Our servers. 🐘 Ask Ann before touching billing.

                connections:   # newest last


                  - url: postgresql://h/last
                    name: last
                # the end
                """);
        assertThat(file.remove(after, "last").saved()).isEmpty();
    }

    @Test
    void noticesThatSomebodyElseWrote() throws Exception {
        Connections seen = file.read();
        new ConnectionsFile(path, new LibpqParser()).remove(file.read(), "stage");
        String theirs = text();

        FaultException e = fault(() -> file.add(seen, connection("x", "host=x")));

        assertThat(e.fault().kind()).isEqualTo(FaultKind.CONFLICT);
        assertThat(text()).isEqualTo(theirs);
    }

    @Test
    void neverWritesAFileThatItCannotRead() throws Exception {
        Connections seen = file.read();
        String broken = TEXT + "  - half a";
        Files.writeString(path, broken);

        assertThat(fault(() -> file.read()).fault().kind()).isEqualTo(FaultKind.BAD_INPUT);
        assertThat(fault(() -> file.remove(seen, "last")).fault().kind()).isEqualTo(FaultKind.CONFLICT);
        assertThat(text()).isEqualTo(broken);
    }

    @Test
    void refusesWhatCannotBe() throws Exception {
        Connections seen = file.read();
        assertThat(fault(() -> file.add(seen, connection("last", "host=x")))
                        .fault()
                        .kind())
                .isEqualTo(FaultKind.CONFLICT);
        assertThat(fault(() -> file.change(seen, "stage", connection("last", "host=x")))
                        .fault()
                        .kind())
                .isEqualTo(FaultKind.CONFLICT);
        assertThat(fault(() -> file.remove(seen, "gone")).fault().kind()).isEqualTo(FaultKind.CONFLICT);
        SavedConnection withPassword = new SavedConnection(
                Target.unsaved("p", seen.targets().getFirst().endpoint()), "postgres://u:hunter2@h/d");
        assertThat(fault(() -> file.add(seen, withPassword)).fault().sentence())
                .contains("password in clear")
                .doesNotContain("hunter2");
        assertThat(text()).isEqualTo(TEXT);
    }

    @Test
    void keepsTheFilesModeAndFollowsLinks() throws Exception {
        Path real = Files.move(path, folder.resolve("real.yaml"));
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(path, real);

        file.remove(file.read(), "last");

        assertThat(path).isSymbolicLink();
        assertThat(Files.getPosixFilePermissions(real)).isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
        assertThat(Files.readString(real)).doesNotContain("name: last");
        try (var left = Files.list(folder)) {
            assertThat(left.filter(one -> one.toString().endsWith(".new"))).isEmpty();
        }
    }

    @Test
    void anyNameComesBack() throws Exception {
        Files.delete(path);
        Random random = new Random(2);
        List<String> pieces = List.of(
                "a", "true", "1", " ", ":", ": ", " #", "#", "'", "\"", "\\", "\n", "\t", "-", "- ", "[", "]", "{", "}",
                ",", "&", "*", "!", "|", ">", "%", "@", "`", "é", "база", "数据", "🐘", "\u00a0", "\u2028", "\u0001",
                "\u0085", "\ufeff", "~", "null", "?");
        Connections now = file.read();
        for (int i = 0; i < 60; i++) {
            StringBuilder name = new StringBuilder().append(i);
            random.ints(4, 0, pieces.size()).mapToObj(pieces::get).forEach(name::append);
            name.reverse();
            now = file.add(now, connection(name.toString(), "postgresql://h/d"));
            assertThat(now.saved().getLast().name()).isEqualTo(name.toString());
            if (i % 3 == 0) {
                name.reverse();
                SavedConnection renamed = connection(name.toString(), "host=x dbname='my db'");
                now = file.change(now, now.saved().getLast().name(), renamed);
                assertThat(now.saved().getLast().url()).isEqualTo(renamed.url());
            }
        }
        assertThat(file.read()).isEqualTo(now);
    }

    private static SavedConnection connection(String name, String url) throws FaultException {
        return new SavedConnection(
                Target.unsaved(name, new LibpqParser().parse(url).endpoint()), url);
    }

    private String text() throws IOException {
        return Files.readString(path);
    }

    private static FaultException fault(ThrowingCallable call) {
        FaultException e = catchThrowableOfType(FaultException.class, call);
        assertThat(e).isNotNull();
        return e;
    }
}
