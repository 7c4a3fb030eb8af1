package dev.watchkeeper.postgres.libpq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibpqTest {
    private static final String USER = System.getProperty("user.name");

    @TempDir
    private Path home;

    @Test
    void fillsWithLibpqsDefaults() throws FaultException {
        Endpoint endpoint = endpoint("postgresql://", Map.of());

        assertThat(endpoint.hosts()).containsExactly(new HostPort("localhost", 5432));
        assertThat(endpoint.user()).isEqualTo(USER);
        assertThat(endpoint.database()).isEqualTo(USER);
        assertThat(endpoint.parameters()).isEmpty();
    }

    @Test
    void namesTheDatabaseAfterTheUser() throws FaultException {
        assertThat(endpoint("user=dba dbname=''", Map.of()).database()).isEqualTo("dba");
    }

    @Test
    void ordersExplicitBeforeServiceBeforeVariablesBeforeDefaults() throws FaultException, IOException {
        Path file = write("services", """
                # the pair of Billing
                [billing]
                host=pg-bill-1,pg-bill-2
                port=6432
                dbname=billing
                user=reader
                password=from the service
                sslmode=verify-full
                dbname=ignored, for the first counts
                [other]
                host=elsewhere
                """);
        Map<String, String> variables =
                Map.of("PGSERVICEFILE", file.toString(), "PGPORT", "1", "PGSSLMODE", "disable", "PGAPPNAME", "console");

        Resolved resolved = Libpq.resolve("service=billing user=dba", variables, home);

        Endpoint endpoint = resolved.endpoint();
        assertThat(endpoint.where()).isEqualTo("pg-bill-1:6432,pg-bill-2:6432");
        assertThat(endpoint.user()).isEqualTo("dba");
        assertThat(endpoint.database()).isEqualTo("billing");
        assertThat(endpoint.parameters())
                .containsEntry("sslmode", "verify-full")
                .containsEntry("application_name", "console")
                .containsEntry("service", "billing");
        assertThat(resolved.password().map(Secret::reveal)).contains("from the service");
        assertThat(resolved.passwordInAddress()).isFalse();
    }

    @Test
    void looksForServicesWithThePersonFirstAndThenInTheSystem() throws FaultException, IOException {
        write(".pg_service.conf", "[mine]\nhost=a\n[both]\nhost=personal\n");
        Path system = Files.createDirectory(home.resolve("etc"));
        Files.writeString(system.resolve("pg_service.conf"), "[both]\nhost=system\n[theirs]\nhost=b\n");
        Map<String, String> variables = Map.of("PGSYSCONFDIR", system.toString());

        assertThat(endpoint("service=both", variables).where()).isEqualTo("personal:5432");
        assertThat(endpoint("postgres://?service=theirs", variables).where()).isEqualTo("b:5432");
        assertThat(new ServiceFiles(new PgEnvironment(variables), home).names())
                .containsExactly("mine", "both", "theirs");
    }

    @Test
    void saysWhichServiceIsNotDefined() {
        Map<String, String> nowhere = Map.of("PGSYSCONFDIR", home.toString());
        assertThat(fault("service=billing", nowhere).message()).contains("billing", "not defined");
        Map<String, String> missing =
                Map.of("PGSERVICEFILE", home.resolve("gone").toString());
        assertThat(fault("service=billing", missing).message())
                .contains(home.resolve("gone").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"host = a", "nonsense=1", "service=other", "just words", "ldap://directory/dc=x"})
    void saysWhereAServiceIsBroken(String line) throws IOException {
        Path file = write("services", "[ok]\nhost=a\n\n[broken]\nport=1\n" + line + "\n");
        Map<String, String> variables = Map.of("PGSERVICEFILE", file.toString());

        assertThat(fault("service=broken", variables).message()).contains(file + ", line 6: ");
    }

    @Test
    void pairsHostsWithPorts() throws FaultException {
        assertThat(endpoint("host=a,b port=5433", Map.of()).where()).isEqualTo("a:5433,b:5433");
        assertThat(endpoint("host=a,b port=5433,", Map.of()).where()).isEqualTo("a:5433,b:5432");
        assertThat(endpoint("host=a,b", Map.of("PGPORT", "7")).where()).isEqualTo("a:7,b:7");
        assertThat(endpoint("hostaddr=10.0.0.1,::1", Map.of()).where()).isEqualTo("10.0.0.1:5432,[::1]:5432");
        assertThat(fault("host=a,b,c port=1,2", Map.of()).message()).isEqualTo("2 ports for 3 hosts");
        assertThat(fault("host=a,b hostaddr=1", Map.of()).message()).contains("2 hosts, but 1 value");
    }

    @Test
    void keepsASocketsFolderAsHost() throws FaultException {
        HostPort host = endpoint("postgresql://%2Fvar%2Frun%2Fpostgresql:5433/d", Map.of())
                .hosts()
                .getFirst();
        assertThat(host.isUnixSocket()).isTrue();
        assertThat(host).isEqualTo(new HostPort("/var/run/postgresql", 5433));
    }

    @Test
    void returnsThePasswordApart() throws FaultException {
        Resolved resolved = Libpq.resolve("postgresql://dba:s%C3%A9cret@h/d?sslmode=require", Map.of(), home);

        assertThat(resolved.password().map(Secret::reveal)).contains("sécret");
        assertThat(resolved.passwordInAddress()).isTrue();
        assertThat(resolved.toString()).doesNotContain("cret");
        assertThat(Libpq.resolve("host=h", Map.of("PGPASSWORD", "x"), home).passwordInAddress())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://dba:hun/ter2@h/d",
                "postgresql://dba:12/hunter2@h/d",
                "postgresql://dba:a@hunter2@h/d",
                "postgresql://dba:hunter%2@h/d",
                "postgresql://dba:%hunter2@h/d",
                "postgresql://dba:hunter2@h:port/d",
                "postgresql://dba:hunter2@[::1/d",
                "postgresql://dba:hunter2@h/d?wrong=1",
                "postgresql://h/d?password=a&hunter=2",
                "postgresql://h/d?password=hunter2&x",
                "postgresql://h/d?password=%hunter2",
                "password=a hunter=2",
                "password='hunter2",
                "password=a hunter2",
                "password='a'hunter2=1",
                "mysql://dba:hunter2@h/d",
                "hunter2",
                "postgresql://h/d?sslpassword=hunter2",
                "host=h port=hunter2",
                "host=h connect_timeout=hunter2 password=hunter2",
            })
    void neverRepeatsWhatMayBeAPassword(String text) {
        Fault fault = fault(text, Map.of());
        assertThat(fault.sentence()).doesNotContain("hunter").doesNotContain("ter2");
        assertThat(fault.advice()).isNotEmpty();
    }

    @Test
    void guessesWhatWasMeant() {
        assertThat(fault("hots=a", Map.of()).sentence()).contains("\"hots\"", "Did you mean host?");
        assertThat(fault("postgres://h/d?target_session_atrs=primary", Map.of()).advice())
                .isEqualTo("Did you mean target_session_attrs?");
        assertThat(fault("host=a sslmode=verify-all", Map.of()).advice()).contains("verify-full");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "5432x", "99999999999"})
    void refusesWhatIsNoPort(String port) {
        assertThat(fault("host=a port=" + port, Map.of()).kind()).isEqualTo(FaultKind.BAD_INPUT);
    }

    @Test
    void takesEveryVariableThatTheIssueNames() throws FaultException {
        Endpoint endpoint = endpoint(
                "host=a",
                Map.of(
                        "PGHOST", "not this one",
                        "PGDATABASE", "d",
                        "PGUSER", "u",
                        "PGSSLROOTCERT", "/ca.crt",
                        "PGSSLCERT", "/c.crt",
                        "PGSSLKEY", "/c.key",
                        "PGTARGETSESSIONATTRS", "primary",
                        "PGCHANNELBINDING", "require",
                        "PGCONNECT_TIMEOUT", "7",
                        "PGOPTIONS", "-c work_mem=1MB"));

        assertThat(endpoint.where()).isEqualTo("a:5432");
        assertThat(List.of(endpoint.database(), endpoint.user())).containsExactly("d", "u");
        assertThat(endpoint.parameters())
                .containsOnly(
                        Map.entry("sslrootcert", "/ca.crt"),
                        Map.entry("sslcert", "/c.crt"),
                        Map.entry("sslkey", "/c.key"),
                        Map.entry("target_session_attrs", "primary"),
                        Map.entry("channel_binding", "require"),
                        Map.entry("connect_timeout", "7"),
                        Map.entry("options", "-c work_mem=1MB"));
    }

    @Test
    void takesThePersonsCertificatesAsLibpqDoes() throws FaultException, IOException {
        Path folder = Files.createDirectory(home.resolve(".postgresql"));
        Path root = Files.createFile(folder.resolve("root.crt"));
        Path certificate = Files.createFile(folder.resolve("postgresql.crt"));
        Path key = Files.createFile(folder.resolve("postgresql.key"));

        assertThat(endpoint("host=h sslmode=require", Map.of()).parameters())
                .containsEntry("sslmode", "verify-ca")
                .containsEntry("sslrootcert", root.toString())
                .containsEntry("sslcert", certificate.toString())
                .containsEntry("sslkey", key.toString());
        assertThat(endpoint("host=h sslmode=require sslrootcert=/none sslcert=c sslkey=k", Map.of())
                        .parameters())
                .containsOnly(
                        Map.entry("sslmode", "require"),
                        Map.entry("sslrootcert", "/none"),
                        Map.entry("sslcert", "c"),
                        Map.entry("sslkey", "k"));
        assertThat(endpoint("host=h sslmode=disable", Map.of()).parameters()).hasSize(1);
        assertThat(endpoint("host=h", Map.of()).parameters()).containsOnlyKeys("sslcert", "sslkey");
    }

    @Test
    void theSystemsAuthoritiesAskForTheNameAsWell() throws FaultException {
        assertThat(endpoint("host=h", Map.of("PGSSLROOTCERT", "system")).parameter("sslmode", ""))
                .isEqualTo("verify-full");
        assertThat(fault("host=h sslrootcert=system sslmode=require", Map.of()).message())
                .contains("too weak");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }

    private Endpoint endpoint(String on, Map<String, String> variables) throws FaultException {
        return Libpq.resolve(on, variables, home).endpoint();
    }

    private Fault fault(String on, Map<String, String> variables) {
        FaultException[] caught = new FaultException[1];
        assertThatThrownBy(() -> Libpq.resolve(on, variables, home))
                .isInstanceOfSatisfying(FaultException.class, e -> caught[0] = e);
        return caught[0].fault();
    }
}
