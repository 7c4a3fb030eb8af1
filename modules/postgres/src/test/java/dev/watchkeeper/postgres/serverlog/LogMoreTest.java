package dev.watchkeeper.postgres.serverlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogMoreTest {
    @Test
    void setsWhatItSaysAndLooksWhetherItHolds() throws Exception {
        try (Lab lab = Lab.start(LabPlan.primaryOnly(16).setting("log_lock_waits", "off"));
                PostgresServer server = Entrance.to(lab.primary()).open();
                PostgresServer humble = Entrance.to(lab.primary()).user("dba").open()) {
            LogWish wish = new LogWish(
                    Optional.of(Duration.ofMillis(750)),
                    Optional.of(true),
                    Optional.of(20L << 20),
                    Optional.of(Duration.ofSeconds(3)));
            LogMore action = LogMore.of(server, wish);
            LogMore stale = LogMore.of(server, wish);
            assertThat(action.preview())
                    .contains(
                            "statements of 750 ms and more", "log_lock_waits = off", "log_min_duration_statement = -1");
            assertThat(action.statement())
                    .contains(
                            "alter system set session_preload_libraries = 'auto_explain';", "select pg_reload_conf();");

            Outcome outcome = action.run();
            assertThat(outcome.done()).as(outcome.message()).isTrue();
            assertThat(outcome.message()).contains("undo: alter system set log_min_duration_statement = '-1';");
            try (Client fresh = Client.enter(lab.primary())) {
                assertThat(fresh.asks("show log_min_duration_statement")).isEqualTo(List.of("750ms"));
                assertThat(fresh.asks("show log_lock_waits")).isEqualTo(List.of("on"));
                assertThat(fresh.asks("show log_temp_files")).isEqualTo(List.of("20MB"));
                assertThat(fresh.asks("show auto_explain.log_min_duration")).isEqualTo(List.of("3s"));
            }

            FaultException changed = catchThrowableOfType(FaultException.class, stale::run);
            assertThat(changed.fault().kind()).isEqualTo(FaultKind.CONFLICT);

            noMore(server);
            try (Client fresh = Client.enter(lab.primary())) {
                assertThat(fresh.asks("show log_min_duration_statement")).isEqualTo(List.of("-1"));
                assertThat(fresh.asks("show log_lock_waits")).isEqualTo(List.of("off"));
                assertThat(fresh.asks("show log_temp_files")).isEqualTo(List.of("-1"));
                assertThat(fresh.asks("show auto_explain.log_min_duration")).isEqualTo(List.of("-1"));
            }

            lab.primary().execute("alter role postgres set log_min_duration_statement = '9s'");
            try (PostgresServer again = Entrance.to(lab.primary()).open()) {
                Outcome held = LogMore.of(again, LogWish.USUAL).run();
                assertThat(held.done()).isFalse();
                assertThat(held.message()).contains("log_min_duration_statement is still '9000' from user");
            }
            FaultException denied = catchThrowableOfType(
                    FaultException.class,
                    () -> LogMore.of(humble, LogWish.USUAL).run());
            assertThat(denied.fault().kind()).isEqualTo(FaultKind.DENIED);
        }
    }

    private static void noMore(PostgresServer server) throws FaultException {
        Duration off = Duration.ofMillis(-1);
        LogMore action = LogMore.of(
                server, new LogWish(Optional.of(off), Optional.of(false), Optional.of(-1L), Optional.of(off)));
        assertThat(action.preview()).contains("no slow statements, no waits for locks, no temporary files, no plans");
        assertThat(action.statement())
                .as("nothing has to be loaded for it")
                .doesNotContain("session_preload_libraries");
        Outcome outcome = action.run();
        assertThat(outcome.done()).as(outcome.message()).isTrue();
    }
}
