package dev.watchkeeper.postgres.libpq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PgPassTest {
    private static final String FILE = """
            # host:port:database:user:password
            pg-1:5432:billing:dba:first
            pg-1:5432:billing:dba:second
            pg-1:*:*:dba:any port
            #pg-2:5432:billing:dba:commented out
            \\:\\:1:5432:billing:dba:for an IPv6 address
            localhost:5432:*:*:local
            *:5432:a\\:b\\\\c:*:p\\:w\\\\d:and the rest is ignored
            too:few:fields
            *:*:star:*:
            *:5432:*:*ba:an asterisk within a word is only an asterisk
            *:*:*:böse:ümläut 密码
            """;

    @TempDir
    private Path home;

    private final Map<String, String> variables = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void pgpass() throws IOException {
        write(".pgpass", FILE, "rw-------");
        variables.put("PGSYSCONFDIR", home.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host=pg-1 dbname=billing user=dba                      | first
            host=pg-1 dbname=billing user=dba port=5433            | any port
            host=pg-1 dbname=other user=dba                        | any port
            host=pg-2 dbname=billing user=dba                      |
            host=::1 dbname=billing user=dba                       | for an IPv6 address
            host=localhost dbname=x user=y                         | local
            host=/var/run/postgresql dbname=x user=y               | local
            host=/somewhere/else dbname=x user=y                   |
            host=h dbname='a:b\\\\\\\\c' user=y                        | p:w\\d
            host=h dbname=star user=y                              | ''
            host=h dbname=z user=dba                               |
            host=h dbname=z user=böse                              | ümläut 密码
            """)
    void findsTheFirstLineThatMatches(String on, String password) throws FaultException {
        assertThat(find(on.replace("\\\\\\\\", "\\\\"))).isEqualTo(Optional.ofNullable(password));
    }

    @Test
    void isNotReadWhenOthersMay() throws IOException, FaultException {
        for (String mode : List.of("rw-r-----", "rw----r--", "rwx--x---")) {
            Files.setPosixFilePermissions(home.resolve(".pgpass"), PosixFilePermissions.fromString(mode));
            assertThat(find("host=pg-1 dbname=billing user=dba")).as(mode).isEmpty();
        }
        assertThat(warnings).hasSize(3).allMatch(warning -> warning.contains("chmod 0600"));
        Files.setPosixFilePermissions(home.resolve(".pgpass"), PosixFilePermissions.fromString("r--------"));
        assertThat(find("host=pg-1 dbname=billing user=dba")).contains("first");
    }

    @Test
    void warnsOnceAndNotAtEveryPoll() throws IOException, FaultException {
        write(".pgpass", FILE, "rw-r--r--");
        PgPass places = new PgPass(variables, home, warnings::add);
        Target target = target("host=pg-1 dbname=billing user=dba");
        for (int i = 0; i < 3; i++) {
            assertThat(places.find(target, target.endpoint().hosts().getFirst()))
                    .isEmpty();
        }
        assertThat(warnings).hasSize(1);
    }

    @Test
    void readsTheFileThatIsNamed() throws IOException, FaultException {
        variables.put(
                "PGPASSFILE",
                write("elsewhere", "*:*:*:*:of the variable\n", "rw-------").toString());
        Path own = write("own pass", "*:*:*:*:of the target\n", "rw-------");

        assertThat(find("host=pg-1 dbname=billing user=dba")).contains("of the variable");
        assertThat(find("host=a passfile='" + own + "'")).contains("of the target");
        variables.put("PGPASSWORD", "of PGPASSWORD");
        assertThat(find("host=a passfile='" + own + "'")).contains("of PGPASSWORD");
    }

    @Test
    void prefersTheServicesPassword() throws IOException, FaultException {
        write(".pg_service.conf", "[s]\nhost=h\npassword=of the service\n", "rw-------");
        variables.put("PGPASSWORD", "of PGPASSWORD");

        assertThat(find("service=s")).contains("of the service");
    }

    @Test
    void asksEachHostOfSeveralForItself() throws IOException, FaultException {
        write(".pgpass", "b:5433:*:*:of b\na:5432:*:*:of a\n", "rw-------");
        Target target = target("host=a,b port=5432,5433");
        PgPass places = new PgPass(variables, home, warnings::add);

        assertThat(places.find(target, new HostPort("a", 5432)).map(Secret::reveal))
                .contains("of a");
        assertThat(places.find(target, new HostPort("b", 5433)).map(Secret::reveal))
                .contains("of b");
    }

    @Test
    void survivesFilesThatAreNone() throws IOException, FaultException {
        Files.delete(home.resolve(".pgpass"));
        assertThat(find("host=pg-1")).isEmpty();
        assertThat(warnings).isEmpty();
        Files.createDirectory(home.resolve(".pgpass"));
        assertThat(find("host=pg-1")).isEmpty();
        assertThat(warnings).singleElement().asString().contains("not a plain file");
    }

    @Test
    void proposesWhatItFinds() throws IOException {
        write(".pg_service.conf", "[my service]\nhost=s\ndbname=sd\nuser=su\n", "rw-------");
        variables.put("PGHOST", "v");
        variables.put("PGDATABASE", "vd");
        variables.put("PGUSER", "vu");

        List<Candidate> found = new Candidates(variables, home, warnings::add).find();

        assertThat(found.stream().map(c -> c.name() + " | " + c.address()))
                .containsExactly(
                        "my service | service='my service'",
                        "vd@v | postgresql://vu@v:5432/vd",
                        "billing@pg-1 | postgresql://dba@pg-1:5432/billing",
                        "billing@pg-1 | postgresql://dba@pg-1:5432/billing",
                        "dba@pg-1 | postgresql://dba@pg-1:5432/dba",
                        "billing@::1 | postgresql://dba@[::1]:5432/billing",
                        System.getProperty("user.name") + "@localhost | postgresql://"
                                + System.getProperty("user.name") + "@localhost:5432/"
                                + System.getProperty("user.name"));
        assertThat(found.toString()).doesNotContain("first").doesNotContain("second");
    }

    private Optional<String> find(String on) throws FaultException {
        Target target = target(on);
        return new PgPass(variables, home, warnings::add)
                .find(target, target.endpoint().hosts().getFirst())
                .map(Secret::reveal);
    }

    private Target target(String on) throws FaultException {
        return Target.unsaved("t", Libpq.resolve(on, variables, home).endpoint());
    }

    private Path write(String name, String text, String mode) throws IOException {
        Path file = Files.writeString(home.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
