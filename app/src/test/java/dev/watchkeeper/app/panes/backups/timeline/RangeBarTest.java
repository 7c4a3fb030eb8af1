package dev.watchkeeper.app.panes.backups.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.controls.chart.Lookback;
import dev.watchkeeper.app.controls.chart.TimeAxis;
import dev.watchkeeper.app.panes.backups.Catalogs;
import dev.watchkeeper.app.robot.WindowExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(WindowExtension.class)
final class RangeBarTest {
    private static final Instant FIRST = Catalogs.NOW.minus(Duration.ofMinutes(3));

    @Test
    void allStaysAllAsTimeGoesOn(FxRobot robot) {
        robot.interact(() -> {
            TimeAxis axis = new TimeAxis(ZoneOffset.UTC, Catalogs.NOW, Lookback.WEEK);
            RangeBar bar = new RangeBar(axis);
            bar.known(Catalogs.NOW, Optional.of(FIRST));
            assertThat(axis.visible().from()).isBefore(FIRST);
            Instant later = Catalogs.NOW.plus(Duration.ofMinutes(1));
            bar.known(later, Optional.of(FIRST));
            assertThat(axis.visible().from()).isBefore(FIRST);
            assertThat(axis.visible().to()).isEqualTo(later);
            bar.choose(RangeBar.Range.DAY);
            bar.known(later.plusSeconds(60), Optional.of(FIRST));
            assertThat(axis.visible().length()).isEqualTo(Duration.ofDays(1));
            assertThat(axis.visible().to()).isEqualTo(later.plusSeconds(60));
        });
    }

    @Test
    void moreThanCanBeReadBeginsWithTheLastMonth(FxRobot robot) {
        robot.interact(() -> {
            TimeAxis axis = new TimeAxis(ZoneOffset.UTC, Catalogs.NOW, Lookback.WEEK);
            new RangeBar(axis).known(Catalogs.NOW, Optional.of(Catalogs.NOW.minus(Duration.ofDays(400))));
            assertThat(axis.visible().length()).isEqualTo(Duration.ofDays(30));
        });
    }
}
