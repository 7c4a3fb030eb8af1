package dev.watchkeeper.app.panes.locks.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.LockMode;
import dev.watchkeeper.postgres.locks.Party;
import dev.watchkeeper.postgres.sessions.SessionState;
import org.junit.jupiter.api.Test;

class ConsequenceTest {
    private static Consequence of(BlockingForest forest, Party party) {
        return Consequence.of(forest, forest.member(party).orElseThrow(), Forests.NOW);
    }

    @Test
    void endingTheReaderLetsTheAlterAndThenItsQueueRun() {
        Consequence what = of(new Forests().alterWithReaders(298).grow(), Party.session(41002));
        assertThat(what.title()).isEqualTo("Ending it frees 299 sessions.");
        assertThat(what.text())
                .isEqualTo("42290 then gets its lock and holds back the 298 others until its ALTER TABLE is done."
                        + " Nothing is rolled back: it has written nothing.");
        assertThat(what.tone()).isEqualTo(Tone.GREEN);
    }

    @Test
    void whoeverWaitsForSomebodyElseTooIsNotFreed() {
        BlockingForest forest = new Forests()
                .alterWithReaders(2)
                .holds(40318, "bi", SessionState.ACTIVE, 30, Forests.TABLE, LockMode.ACCESS_SHARE, "SELECT 1")
                .hard(42290, 40318)
                .grow();
        Consequence what = of(forest, Party.session(41002));
        assertThat(what.title()).isEqualTo("Ending it frees nobody.");
        assertThat(what.text()).startsWith("3 sessions would still wait for 40318.");
        assertThat(what.tone()).isEqualTo(Tone.AMBER);
    }

    @Test
    void aPreparedTransactionIsUndoneForGood() {
        BlockingForest forest = new Forests()
                .prepared("tx_8812", 60)
                .waits(7, "app", 5, Forests.TX, LockMode.SHARE, "UPDATE x")
                .edge(Party.session(7), Party.prepared("tx_8812"), false)
                .grow();
        assertThat(of(forest, Party.prepared("tx_8812")).text()).contains("undone for good");
    }
}
