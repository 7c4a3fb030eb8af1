package dev.watchkeeper.postgres.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.activity.ActivityKey;
import dev.watchkeeper.kernel.activity.ActivitySample;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LabExtension.class)
class ActivityProbeTest {
    private final SharedLabs labs;

    ActivityProbeTest(SharedLabs labs) {
        this.labs = labs;
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void countsSessionsByWhatTheyDo(int major) throws Exception {
        var lab = labs.primary(major);
        try (Client holder = Client.enter(lab, "app_rw");
                Client waiter = Client.enter(lab, "app_rw");
                Client other = Client.enter(lab, "app_rw");
                Client sleeper = Client.enter(lab, "reporting");
                PostgresServer server = Entrance.to(lab).open()) {
            holder.does("begin; update orders set state = state where id = 7");
            waiter.starts("update orders set state = state where id = 7");
            sleeper.starts("select pg_sleep(60)");
            other.does("select 1");

            ActivitySample sample = new ActivityProbe(server).read().value();

            assertThat(sample.sessions())
                    .containsEntry(new ActivityKey("idle", "", "", lab.database(), "app_rw", 0), 1);
            ActivityKey waits = key(sample, "active", "app_rw");
            assertThat(waits.waitType()).isEqualTo("Lock");
            assertThat(waits.waitEvent()).isEqualTo("transactionid");
            assertThat(waits.queryId()).isNotZero();
            assertThat(key(sample, "active", "reporting").waitEvent()).isEqualTo("PgSleep");
            assertThat(key(sample, "idle in transaction", "app_rw").waitEvent()).isEqualTo("ClientRead");
            assertThat(sample.sessions().keySet())
                    .as("the probe itself")
                    .noneMatch(one -> one.isActive() && one.role().equals("postgres"));
        }
    }

    private static ActivityKey key(ActivitySample sample, String state, String role) {
        return sample.sessions().keySet().stream()
                .filter(one -> one.state().equals(state) && one.role().equals(role))
                .findFirst()
                .orElseThrow();
    }
}
