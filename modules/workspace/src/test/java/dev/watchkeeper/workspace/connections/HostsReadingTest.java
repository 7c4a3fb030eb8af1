package dev.watchkeeper.workspace.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.host.Placement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostsReadingTest {
    private static final String ISSUE = """
            hosts:
              - name: backup-1
                address: backup-1.example.com     # or an alias
                user: postgres
                port: 22
                identity: ~/.ssh/id_ed25519
                known_hosts: ~/.ssh/known_hosts
              - name: bastion
            connections:
              - name: billing
                url: postgresql://dba@pg-bill-1/billing
                ssh: bastion
                host: pg-bill-1
                backups:
                  - {engine: pgbackrest, host: backup-1, stanza: main, config: /etc/pgbackrest.conf}
                  - {engine: barman, host: backup-1, server: main}
                  - {engine: pg_dump, path: "/var/back ups/nmeta"}
                  - {engine: pg_basebackup, host: local, path: /backups/base, wal: /archive/wal}
                  - {engine: redis, host: cache-1, path: /var/backups/redis}
            """;

    @TempDir
    private Path folder;

    @Test
    void readsTheFormOfTheIssue() throws Exception {
        Connections read = read(ISSUE);

        assertThat(read.host("backup-1"))
                .contains(new HostSpec(
                        "backup-1",
                        "backup-1.example.com",
                        Optional.of("postgres"),
                        OptionalInt.of(22),
                        Optional.of("~/.ssh/id_ed25519"),
                        Optional.of("~/.ssh/known_hosts")));
        assertThat(read.host("bastion")).contains(HostSpec.named("bastion"));
        assertThat(read.targets().getFirst().placement())
                .isEqualTo(new Placement(
                        Optional.of("bastion"),
                        Optional.of("pg-bill-1"),
                        List.of(
                                new BackupSource.PgBackRest(
                                        "backup-1", Optional.of("main"), Optional.of("/etc/pgbackrest.conf")),
                                new BackupSource.Barman("backup-1", Optional.of("main"), Optional.empty()),
                                new BackupSource.Dumps("pg-bill-1", "/var/back ups/nmeta"),
                                new BackupSource.BaseBackups("local", "/backups/base", Optional.of("/archive/wal")),
                                new BackupSource.RedisDumps("cache-1", "/var/backups/redis"))));
    }

    @Test
    void anEditLeavesThemAlone() throws Exception {
        Connections read = read(ISSUE);
        SavedConnection gone = read.find("billing").orElseThrow();
        ConnectionsFile file = file();
        Connections after =
                file.change(read, "billing", new SavedConnection(gone.target(), "postgresql://dba@pg-bill-1/billing"));
        assertThat(after.text()).isEqualTo(ISSUE);
        assertThat(file.remove(after, "billing").hosts()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hosts: [{address: x}] | name is missing",
                "hosts: [{name: a}, {name: a}] | there are two hosts a",
                "hosts: [{name: local}] | local is this machine",
                "hosts: [{name: a, port: 70000}] | there is no port 70000",
                "hosts: {name: a} | hosts is not a list",
                "connections: [{name: a, url: 'host=h', backups: [{engine: tape, path: /x}]}] | no backup engine tape",
                "connections: [{name: a, url: 'host=h', backups: [{engine: pg_dump}]}] | path is missing",
                "connections: [{name: a, url: 'host=h', backups: [{engine: barman, path: /x}]}] | barman has no path",
                "connections: [{name: a, url: 'host=h', backups: /x}] | backups is not a list",
            })
    void saysWhatIsWrong(String text, String message) throws Exception {
        Files.writeString(folder.resolve("connections.yaml"), text);
        FaultException e = catchThrowableOfType(FaultException.class, () -> file().read());
        assertThat(e.fault().message()).contains(message).contains("line 1");
    }

    private Connections read(String text) throws Exception {
        Files.writeString(folder.resolve("connections.yaml"), text);
        return file().read();
    }

    private ConnectionsFile file() {
        return new ConnectionsFile(folder.resolve("connections.yaml"), new LibpqParser());
    }
}
