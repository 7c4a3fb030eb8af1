package dev.watchkeeper.postgres.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.debian.PgBouncerServer;
import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.testing.Debian;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.testing.Faulty;
import dev.watchkeeper.postgres.testing.Fronts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PgBouncer's own console takes statements too, in its own way. */
@ExtendWith(LabExtension.class)
class AdminConsoleTest {
    @Test
    void showsAndObeys(SharedLabs labs) throws Exception {
        Debian.needs("pgbouncer");
        String server = "host=127.0.0.1 port=" + labs.primary().port();
        try (LabFolder folder = LabFolder.create();
                PgBouncerServer bouncer = PgBouncerServer.start(folder, Map.of("shop", server + " dbname=shop"))) {
            HostPort at = new HostPort("127.0.0.1", bouncer.port());
            Target target = Fronts.target(Engine.PGBOUNCER, at, "postgres", Map.of());
            List<Notice> notices = new ArrayList<>();
            try (PostgresServer pool = new PostgresServer(target, Passwords.none());
                    SqlConsole console = new SqlConsole(pool, ConsoleSettings.USUAL, Clock.systemUTC())) {
                Answer shown = console.run(Request.of("show databases"), notices::add);
                assertThat(shown.rows().orElseThrow().next(100).rows())
                        .extracting(row -> row.value(0))
                        .contains("shop");
                assertThat(SqlConsole.deed(target, "set query_timeout = 5").changes())
                        .isTrue();
                assertThat(console.run(Request.of("pause shop"), notices::add).verb())
                        .isEqualTo("PAUSE");
                console.run(Request.of("resume shop"), notices::add);
                assertThat(Faulty.of(() -> console.run(Request.of("nonsense"), notices::add))
                                .kind())
                        .isEqualTo(FaultKind.FAILED);
                console.settings(ConsoleSettings.USUAL.readOnly(true));
                assertThat(Faulty.of(() -> console.run(Request.of("reload"), notices::add))
                                .kind())
                        .isEqualTo(FaultKind.DENIED);
                assertThat(console.run(Request.of("show pools"), notices::add).rows())
                        .isPresent();
            }
        }
    }
}
