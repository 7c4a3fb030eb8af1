package dev.watchkeeper.workspace.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.PoolSize;
import dev.watchkeeper.kernel.target.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsReadingTest {
    @TempDir
    private Path folder;

    @Test
    void readsTheFormOfTheIssue() throws Exception {
        Target target = only("""
                connections:
                  - name: billing
                    url: postgresql://dba@pg-bill-1,pg-bill-2/billing?target_session_attrs=primary&sslmode=verify-full
                    environment: production
                    password: ${BILLING_PASSWORD}
                    read_only: false
                    tags: [payments]
                    pool: {idle_timeout_sec: 60, max_lifetime_sec: 0, min_size: 1, max_size: 4}
                """);

        assertThat(target.name()).isEqualTo("billing");
        assertThat(target.endpoint().where()).isEqualTo("pg-bill-1:5432,pg-bill-2:5432");
        assertThat(target.endpoint().parameters())
                .containsEntry("target_session_attrs", "primary")
                .containsEntry("sslmode", "verify-full");
        assertThat(target.environment()).isEqualTo(Environment.PRODUCTION);
        assertThat(target.password()).isEqualTo(new PasswordSource.Variable("BILLING_PASSWORD"));
        assertThat(target.readOnly()).isFalse();
        assertThat(target.tags()).containsExactly("payments");
        assertThat(target.pool()).isEqualTo(new PoolSize(Duration.ofMinutes(1), Duration.ZERO));
    }

    @Test
    void readsTheFormOfTheRunbook() throws Exception {
        Target target = only("""
                # config/production.yaml
                database:
                  dialect: postgresql
                  host: db.example.com
                  port: 5432
                  database: nmeta
                  username: nmeta
                  password: ${DB_PASSWORD}  # From environment
                  pool:
                    min_size: 5
                    max_size: 20
                    idle_timeout_sec: 300
                    max_lifetime_sec: 3600
                  ssl:
                    enabled: true
                    cert: /etc/certs/client.crt
                    key: /etc/certs/client.key
                """);

        assertThat(target.name()).isEqualTo("nmeta");
        assertThat(target.endpoint().where()).isEqualTo("db.example.com:5432");
        assertThat(List.of(target.endpoint().database(), target.endpoint().user()))
                .containsOnly("nmeta");
        assertThat(target.password()).isEqualTo(new PasswordSource.Variable("DB_PASSWORD"));
        assertThat(target.endpoint().parameters())
                .containsEntry("sslmode", "require")
                .containsEntry("sslcert", "/etc/certs/client.crt")
                .containsEntry("sslkey", "/etc/certs/client.key");
        assertThat(target.pool()).isEqualTo(PoolSize.DEFAULT);
    }

    @Test
    void readsEveryKindOfAddressAndPassword() throws Exception {
        List<Target> targets = read("""
                connections:
                  - {name: a, url: "host=/run/pg dbname='my db' user=x", password: "keychain:the entry"}
                  - {name: b, url: "redis://cache-1", password: "vault:cache", environment: Staging}
                  - {name: c, url: "rediss://ops@[::1]:7000/3", password: ask, read_only: yes}
                  - {name: d, url: "postgresql://u:${D_PASSWORD}@h/d"}
                  - {name: "Ünïcode \\n 'name'", url: "service=x host=h", tags: one}
                """.replace("service=x ", "")).targets();

        assertThat(targets)
                .extracting(Target::password)
                .containsExactly(
                        new PasswordSource.Keychain("the entry"),
                        new PasswordSource.Vault("cache"),
                        new PasswordSource.Ask(),
                        new PasswordSource.Variable("D_PASSWORD"),
                        new PasswordSource.Usual());
        assertThat(targets.get(0).endpoint().hosts().getFirst().isUnixSocket()).isTrue();
        assertThat(targets.get(1).endpoint().engine()).isEqualTo(Engine.REDIS);
        assertThat(targets.get(1).endpoint().where()).isEqualTo("cache-1:6379");
        assertThat(targets.get(2).endpoint().where()).isEqualTo("[::1]:7000");
        assertThat(targets.get(2).endpoint().parameter("tls", "")).isEqualTo("true");
        assertThat(targets.get(2).endpoint().user() + targets.get(2).endpoint().database())
                .isEqualTo("ops3");
        assertThat(targets.get(2).readOnly()).isTrue();
        assertThat(targets.get(4).name()).isEqualTo("Ünïcode \n 'name'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "connections:\n", "connections: []\n", "---\n"})
    void anEmptyFileIsAnEmptyList(String text) throws Exception {
        assertThat(read(text).saved()).isEmpty();
    }

    @Test
    void aMissingFileIsAnEmptyList() throws FaultException {
        assertThat(new ConnectionsFile(folder.resolve("none/connections.yaml"), new LibpqParser())
                        .read()
                        .saved())
                .isEmpty();
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void saysWhereAndWhatIsWrong(String text, int line, int column, String what) throws IOException {
        Fault fault = fault(text);

        assertThat(fault.kind()).isEqualTo(FaultKind.BAD_INPUT);
        assertThat(fault.message())
                .startsWith(folder.resolve("connections.yaml") + ", line " + line + ", column " + column + ": ");
        assertThat(fault.sentence()).contains(what);
    }

    static Stream<Arguments> broken() {
        String head = "connections:\n  - name: a\n    url: postgresql://h/d\n";
        return Stream.of(
                Arguments.of(head + "    enviroment: production\n", 4, 5, "Did you mean environment?"),
                Arguments.of(head + "    color: red\n", 4, 5, "Allowed in a connection: name, url, environment"),
                Arguments.of(head + "    environment: prod\n", 4, 18, "production, staging, development"),
                Arguments.of(head + "    read_only: maybe\n", 4, 16, "true or false"),
                Arguments.of(head + "    pool:\n      max_size: 0\n", 5, 17, "from 1 on"),
                Arguments.of(head + "    pool: {min_size: 5, max_size: 2}\n", 4, 22, "more than max_size"),
                Arguments.of(head + "    pool: {idle: 5}\n", 4, 12, "idle_timeout_sec"),
                Arguments.of(head + "    tags: {a: b}\n", 4, 11, "not a list or a mapping"),
                Arguments.of(head + "\tpassword: ask\n", 4, 1, "TAB"),
                Arguments.of(head + "  - name: a\n    url: postgresql://h/e\n", 4, 5, "two connections a"),
                Arguments.of(head + "    name: b\n", 4, 5, "name is given twice"),
                Arguments.of("connections:\n  - name: a\n", 2, 5, "url is missing"),
                Arguments.of("connections:\n  - url: postgresql://h\n    name: ''\n", 3, 11, "name is missing"),
                Arguments.of("connections:\n  - name: a\n    url: postgresql://h:x/d\n", 3, 10, "not a number"),
                Arguments.of("connections:\n  - name: a\n    url: postgresql://h/d?sslmod=x\n", 3, 10, "sslmode"),
                Arguments.of("connections:\n  - name: a\n    url: redis://h/x\n", 3, 10, "redis://host:6379/0"),
                Arguments.of("connections:\n  - just text\n", 2, 5, "key: value lines"),
                Arguments.of("connections: text\n", 1, 14, "not a list"),
                Arguments.of("conections: []\n", 1, 1, "Did you mean connections?"),
                Arguments.of("- name: a\n", 1, 1, "Allowed in this file: connections, database"),
                Arguments.of("connections:\n  - name: a\n    url:postgresql://h/d\n", 3, 5, "expected ':'"),
                Arguments.of("connections:\n  - name: a\n      url:x\n    url: host=h\n", 2, 11, "blank missing"),
                Arguments.of("connections: [\n", 2, 1, "expected"),
                Arguments.of("connections: []\n---\nconnections: []\n", 2, 1, "single document"),
                Arguments.of("database: {dialect: hana, host: h}\n", 1, 21, "postgresql or redis"),
                Arguments.of("database:\n  host: ${DB_HOST}\n", 2, 9, "password only"),
                Arguments.of("# 🐘🐘\nconnections: [{name: 🐘, url: 'x'}]\n", 2, 30, "postgresql://"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    password: hunter2",
                "    password: \"hunter2\"",
                "    password: *hunter2",
                "    password: &hunter2",
                "    password: !hunter2!x y",
                "    password: %hunter2",
                "    password: @hunter2",
                "    password: ${hunter2-x}",
                "    password: {hunter2: x}",
                "    password: [hunter2",
                "    password: 'hunter2",
                "    password:hunter2",
                "    password: hunter: hunter2",
                "    hunter2: x",
                "    password:\n    hunter2",
            })
    void aPasswordInClearIsRefusedAndNotRepeated(String line) throws IOException {
        assertSilent("connections:\n  - name: a\n    url: postgresql://h/d\n" + line + "\n");
        assertSilent("connections:\n  - name: a\n    url: postgresql://u:hunter2@h/d\n");
        assertSilent("connections:\n  - name: a\n    url: redis://:hunter2@h\n");
        assertSilent("connections:\n  - name: a\n    url: redis://:hunter2 @h\n");
        assertSilent("database:\n  host: h\n  password: hunter2\n");
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        Files.write(folder.resolve("connections.yaml"), "connections: [] # ü".getBytes(StandardCharsets.ISO_8859_1));
        FaultException e = catchThrowableOfType(FaultException.class, () -> file().read());
        assertThat(e.fault().message()).contains("UTF-8");
    }

    private void assertSilent(String text) throws IOException {
        FaultException e = thrown(text);
        assertThat(e.fault().kind()).isEqualTo(FaultKind.BAD_INPUT);
        assertThat(e.fault().message()).contains("line ");
        if (!text.contains("    hunter2: x")) {
            assertThat(e.fault().sentence()).doesNotContain("hunter");
            assertThat(stackTrace(e)).doesNotContain("hunter");
        }
    }

    private static String stackTrace(FaultException e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private Fault fault(String text) throws IOException {
        return thrown(text).fault();
    }

    private FaultException thrown(String text) throws IOException {
        write(text);
        FaultException e = catchThrowableOfType(FaultException.class, () -> file().read());
        assertThat(e).as(text).isNotNull();
        return e;
    }

    private Connections read(String text) throws Exception {
        write(text);
        return file().read();
    }

    private Target only(String text) throws Exception {
        List<Target> targets = read(text).targets();
        assertThat(targets).hasSize(1);
        return targets.getFirst();
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("connections.yaml"), text);
    }

    private ConnectionsFile file() {
        return new ConnectionsFile(folder.resolve("connections.yaml"), new LibpqParser());
    }
}
