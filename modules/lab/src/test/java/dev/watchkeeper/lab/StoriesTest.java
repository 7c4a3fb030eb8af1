package dev.watchkeeper.lab;

import static dev.watchkeeper.lab.TopologyTest.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.story.Stories;
import dev.watchkeeper.lab.story.Story;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every story stages what it claims; who blocks whom is asked of pg_blocking_pids. */
@ExtendWith(LabExtension.class)
class StoriesTest {
    private final PostgresServer primary;
    private final Stories stories;
    private final List<String> notes = new CopyOnWriteArrayList<>();

    StoriesTest(SharedLabs labs) {
        this.primary = labs.primary();
        this.stories = Stories.on(primary, notes::add);
    }

    @Test
    void aRowQueueHangsOnItsHolder() throws SQLException, IOException {
        try (Story story = stories.rowQueue(8).stage()) {
            int holder = story.holders().getFirst();
            List<List<String>> blockers = new ArrayList<>();
            for (int waiter : story.waiters()) {
                blockers.add(blockersOf(waiter));
            }

            assertThat(blockers)
                    .hasSize(8)
                    .filteredOn(pids -> pids.contains("" + holder))
                    .hasSize(1);
            assertThat(blockers).allSatisfy(pids -> assertThat(pids).isNotEmpty());
            assertThat(rows(primary, "SELECT state FROM pg_stat_activity WHERE pid = " + holder))
                    .containsExactly("idle in transaction");
        }
    }

    @Test
    void waitersRunOnWhenTheirBlockerIsTerminated() throws SQLException, IOException {
        try (Story story = stories.rowQueue(5).stage()) {
            assertThat(story.stands()).isTrue();

            rows(primary, "SELECT pg_terminate_backend(" + story.holders().getFirst() + ")");

            Patience.until(Duration.ofSeconds(20), "all ran on", () -> story.ranOn() == 5);
            assertThat(notes).containsExactly("row queue: all who waited ran on");
            assertThat(story.stands()).isFalse();
            assertThat(story.stage().stands()).isTrue();
        }
    }

    @Test
    void aChainIsThreeWaitsDeep() throws SQLException, IOException {
        try (Story story = stories.chain().stage()) {
            List<Integer> chain = new ArrayList<>(story.holders());
            chain.addAll(story.waiters());

            assertThat(chain).hasSize(4);
            for (int i = 1; i < chain.size(); i++) {
                assertThat(blockersOf(chain.get(i))).containsExactly("" + chain.get(i - 1));
            }
            rows(primary, "SELECT pg_terminate_backend(" + chain.getFirst() + ")");
            Patience.until(Duration.ofSeconds(20), "all ran on", () -> story.ranOn() == 3);
        }
    }

    @Test
    void readersQueueBehindAnAlterThatWaitsItself() throws SQLException, IOException {
        try (Story story = stories.tableQueue(4).stage()) {
            int report = story.holders().getFirst();
            int alter = story.waiters().getFirst();

            assertThat(blockersOf(alter)).containsExactly("" + report);
            for (int reader : story.waiters().subList(1, 5)) {
                assertThat(blockersOf(reader)).containsExactly("" + alter);
            }
            rows(primary, "SELECT pg_cancel_backend(" + report + ")");
            Patience.until(Duration.ofSeconds(20), "all ran on", () -> story.ranOn() == 5);
        }
    }

    @Test
    void anAdvisoryLockBlocks() throws SQLException, IOException {
        try (Story story = stories.advisoryLock(2).stage()) {
            for (int waiter : story.waiters()) {
                assertThat(blockersOf(waiter)).contains("" + story.holders().getFirst());
            }
        }
    }

    @Test
    void aPreparedTransactionBlocksWithoutASession() throws SQLException, IOException {
        try (Story story = stories.preparedTransaction(2).stage()) {
            assertThat(blockersOf(story.waiters().getFirst())).isNotEmpty();
            assertThat(blockersOf(story.waiters().get(0)).contains("0")
                            || blockersOf(story.waiters().get(1)).contains("0"))
                    .isTrue();
            assertThat(story.prepared()).containsExactly("tx_8812");

            primary.execute("ROLLBACK PREPARED 'tx_8812'");

            Patience.until(Duration.ofSeconds(20), "all ran on", () -> story.ranOn() == 2);
        }
        assertThat(rows(primary, "SELECT gid FROM pg_prepared_xacts")).isEmpty();
    }

    @Test
    void manyCanIdleWithLongTexts() throws SQLException, IOException {
        try (Story idle = stories.idleSessions(40, 2048).stage();
                Story open = stories.idleInTransaction(3).stage()) {
            assertThat(
                            rows(
                                    primary,
                                    "SELECT 1 FROM pg_stat_activity WHERE state = 'idle' AND length(query) BETWEEN 2040 AND 2060"))
                    .hasSize(40);
            assertThat(rows(primary, "SELECT 1 FROM pg_stat_activity WHERE state = 'idle in transaction'"))
                    .hasSize(open.holders().size());
            assertThat(idle.stands()).isTrue();
        }
        assertThat(rows(primary, "SELECT 1 FROM pg_stat_activity WHERE state LIKE 'idle%'"))
                .isEmpty();
    }

    private List<String> blockersOf(int pid) throws SQLException {
        return rows(primary, "SELECT unnest(pg_blocking_pids(" + pid + "))");
    }
}
