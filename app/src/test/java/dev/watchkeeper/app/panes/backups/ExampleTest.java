package dev.watchkeeper.app.panes.backups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.workbench.PasswordPrompt;
import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.host.BackupEngine;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.target.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pane tells people to write can be read. */
final class ExampleTest {
    @TempDir
    private Path home;

    private Target written(String url) throws Exception {
        try (Workbench bench = Workbench.of(
                new Surroundings(
                        Map.of("WATCHKEEPER_HOME", home.toString()), home, Clock.systemUTC(), ZoneOffset.UTC, "tester"),
                PasswordPrompt.nobody(),
                warning -> {})) {
            String example = Example.of(bench.resolve(url));
            Files.writeString(
                    bench.folder().connections(), "connections:\n  - name: billing\n    url: " + url + "\n" + example);
            return bench.resolve("billing");
        }
    }

    @Test
    void forPostgres() throws Exception {
        Target target = written("postgresql://dba@pg-bill-1/billing");
        assertThat(target.placement().host()).contains("pg-bill-1");
        assertThat(target.placement().backups().stream().map(BackupSource::engine))
                .containsExactly(
                        BackupEngine.PGBACKREST, BackupEngine.BARMAN, BackupEngine.PG_DUMP, BackupEngine.PG_BASEBACKUP);
    }

    @Test
    void forRedisOnThisMachine() throws Exception {
        Target target = written("redis://127.0.0.1:6379");
        assertThat(target.placement().host()).contains("local");
        assertThat(target.placement().backups().stream().map(BackupSource::engine))
                .containsExactly(BackupEngine.REDIS);
    }
}
