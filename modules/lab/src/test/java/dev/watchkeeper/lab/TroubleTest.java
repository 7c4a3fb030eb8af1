package dev.watchkeeper.lab;

import static dev.watchkeeper.lab.TopologyTest.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.story.Stories;
import dev.watchkeeper.lab.story.Story;
import dev.watchkeeper.lab.story.Trouble;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LabExtension.class)
class TroubleTest {
    @Test
    void whatSomebodyEndedIsStagedAgain(SharedLabs labs) throws SQLException, IOException {
        PostgresServer primary = labs.primary(15);
        Story story = Stories.on(primary).advisoryLock(1);
        try (Trouble trouble = Trouble.start(List.of(story), Duration.ZERO)) {
            assertThat(trouble).isNotNull();
            int holder = story.holders().getFirst();

            rows(primary, "SELECT pg_terminate_backend(" + holder + ")");

            Patience.until(
                    Duration.ofSeconds(30),
                    "another has the lock",
                    () -> !story.holders().contains(holder) && story.stands());
        }
        assertThat(rows(primary, "SELECT 1 FROM pg_locks WHERE locktype = 'advisory'"))
                .isEmpty();
    }
}
