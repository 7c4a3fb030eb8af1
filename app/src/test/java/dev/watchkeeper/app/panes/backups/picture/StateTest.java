package dev.watchkeeper.app.panes.backups.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.panes.backups.Catalogs;
import dev.watchkeeper.backup.Backup;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StateTest {
    private static final Backup FULL = Catalogs.full(Catalogs.NOW.minus(Duration.ofHours(1)), 7, false);

    @Test
    void whatWasBegunRunsForADayAndIsBrokenOffAfterIt() {
        Instant now = Catalogs.NOW;
        assertThat(State.of(FULL, now)).isEqualTo(State.GOOD);
        assertThat(State.of(FULL.but().begun().done(), now)).isEqualTo(State.RUNNING);
        assertThat(State.of(FULL.but().begun().done(), now.plus(Duration.ofDays(1))))
                .isEqualTo(State.FAILED);
    }

    @Test
    void anErrorThatSpeaksOfRunningIsAnError() {
        assertThat(State.of(Catalogs.full(Catalogs.NOW.minus(Duration.ofHours(1)), 7, true), Catalogs.NOW))
                .isEqualTo(State.FAILED);
    }
}
