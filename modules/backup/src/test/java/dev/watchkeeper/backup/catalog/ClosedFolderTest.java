package dev.watchkeeper.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.backup.policy.Policy;
import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.ShellWords;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.lab.testing.Debian;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that whoever looks may not see. */
class ClosedFolderTest {
    @TempDir
    private Path home;

    /** This machine as somebody who may do nothing, if the test runs as root. */
    private record AsNobody(Host host) implements Host {
        private static Script less(Script script) {
            return new Script(
                    "if [ \"$(id -u)\" = 0 ]; then set -- setpriv --reuid=65534 --regid=65534 --clear-groups; fi\n\"$@\" "
                            + ShellWords.join(List.of("sh", "-c", script.text())),
                    script.patience());
        }

        @Override
        public String name() {
            return host.name();
        }

        @Override
        public Ran run(Script script) throws FaultException {
            return host.run(less(script));
        }

        @Override
        public Ran stream(Script script, Consumer<byte[]> output) throws FaultException {
            return host.stream(less(script), output);
        }

        @Override
        public void close() {
            host.close();
        }
    }

    private Fault trouble(BackupSource source) throws FaultException {
        Host host = new AsNobody(new LocalHost());
        return new SourcesReader(List.of(source), name -> host, Policy.runbooks(), Clock.systemUTC(), ZoneOffset.UTC)
                .read()
                .sources()
                .getFirst()
                .trouble()
                .orElseThrow();
    }

    @Test
    void whereNobodyMayLookNobodySaysThatNothingIsThere() throws Exception {
        Debian.needs("setpriv");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path closed = Files.createDirectory(home.resolve("closed"));
        Path inside = Files.createDirectory(closed.resolve("backups"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            for (BackupSource source : List.of(
                    new BackupSource.Dumps(HostSpec.LOCAL, inside.toString()),
                    new BackupSource.BaseBackups(HostSpec.LOCAL, inside.toString(), Optional.empty()),
                    new BackupSource.RedisDumps(HostSpec.LOCAL, inside.toString()))) {
                assertThat(trouble(source).kind()).isEqualTo(FaultKind.DENIED);
                assertThat(trouble(source).message()).contains("may not be read");
            }
            assertThat(trouble(new BackupSource.Dumps(HostSpec.LOCAL, home + "/nowhere/at/all"))
                            .message())
                    .contains("there is no folder");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
