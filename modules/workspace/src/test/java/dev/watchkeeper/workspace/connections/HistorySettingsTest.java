package dev.watchkeeper.workspace.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistorySettingsTest {
    @TempDir
    private Path folder;

    @Test
    void withoutItAllIsAsUsual() throws Exception {
        assertThat(read("connections: []\n")).isEqualTo(HistorySettings.DEFAULT);
        assertThat(read("history:\n")).isEqualTo(HistorySettings.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://dba@db1/fleet",
                "postgresql://dba@db1/fleet",
                "'host=db1 dbname=fleet user=dba'",
                "{store: 'jdbc:postgresql://db1/fleet?user=dba', fine: 2h}"
            })
    void aSharedStoreIsNamedAsOneNamesAServer(String value) throws Exception {
        assertThat(read("history: " + value + "\n").store().orElseThrow())
                .isInstanceOfSatisfying(HistoryPlace.InDatabase.class, place -> {
                    assertThat(place.endpoint().where()).isEqualTo("db1:5432");
                    assertThat(place.endpoint().database()).isEqualTo("fleet");
                    assertThat(place.endpoint().user()).isEqualTo("dba");
                    assertThat(place.password()).isEqualTo(new PasswordSource.Usual());
                });
    }

    @Test
    void aMappingSaysHowMuchIsKept() throws Exception {
        HistorySettings settings = read("""
                history:
                  store: /var/lib/watchkeeper/history.db  # a large disk
                  fine: 30min
                  minutes: 2w
                  size: 1.5GB
                """);
        assertThat(settings)
                .isEqualTo(new HistorySettings(
                        Optional.of(new HistoryPlace.InFile("/var/lib/watchkeeper/history.db")),
                        Duration.ofMinutes(30),
                        Duration.ofDays(14),
                        Duration.ofDays(366),
                        1_500_000_000L));
    }

    @Test
    void aPasswordStandsInAVariable() throws Exception {
        assertThat(read("history: postgresql://dba:${FLEET_PASSWORD}@db1/fleet\n")
                        .store()
                        .orElseThrow())
                .isInstanceOfSatisfying(
                        HistoryPlace.InDatabase.class,
                        place -> assertThat(place.password()).isEqualTo(new PasswordSource.Variable("FLEET_PASSWORD")));
        FaultException fault = thrown("history: postgresql://dba:hunter2@db1/fleet\n");
        assertThat(fault.fault().sentence())
                .contains("line 1, column 10", "${VARIABLE}")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{size: 2}|17|500MB or 2GB",
                "{fine: soon}|17|30min, 2h",
                "{fine: 2h, minutes: 1h}|30|at least as long as fine",
                "{store: mysql://h/d}|18|a path, or postgresql",
                "{keep: 2h}|11|Allowed in history: store, fine, minutes, hours, size",
                "[a]|10|key: value lines"
            })
    void saysWhereAndWhatIsWrong(String value, int column, String what) {
        assertThat(thrown("history: " + value + "\n").fault().sentence())
                .contains("connections.yaml, line 1, column " + column + ": ")
                .contains(what);
    }

    @Test
    void itSurvivesEditsOfTheRest() throws Exception {
        String text = """
                # ours
                history: {store: h.db, fine: 1h}   # on the large disk
                connections:
                  - name: a
                    url: postgresql://h/a
                """;
        ConnectionsFile file = file(text);
        EndpointParser.Address address = new LibpqParser().parse("postgresql://h/b");
        file.add(file.read(), new SavedConnection(Target.unsaved("b", address.endpoint()), "postgresql://h/b"));
        file.remove(file.read(), "a");
        assertThat(Files.readString(folder.resolve("connections.yaml")))
                .startsWith("# ours\nhistory: {store: h.db, fine: 1h}   # on the large disk\nconnections:\n")
                .contains("- name: b");
        assertThat(file.read().history().fine()).isEqualTo(Duration.ofHours(1));
    }

    private HistorySettings read(String text) throws Exception {
        return file(text).read().history();
    }

    private FaultException thrown(String text) {
        FaultException thrown = catchThrowableOfType(FaultException.class, () -> read(text));
        assertThat(thrown).isNotNull();
        return thrown;
    }

    private ConnectionsFile file(String text) throws Exception {
        Path path = folder.resolve("connections.yaml");
        Files.writeString(path, text);
        return new ConnectionsFile(path, new LibpqParser());
    }
}
