package dev.watchkeeper.app.panes.backups.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.controls.chart.Ruler;
import dev.watchkeeper.app.panes.backups.Catalogs;
import dev.watchkeeper.app.panes.backups.picture.Lane;
import dev.watchkeeper.app.panes.backups.picture.Lanes;
import dev.watchkeeper.app.panes.backups.picture.Promotion;
import dev.watchkeeper.app.reports.Times;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.RecoveryWindow;
import dev.watchkeeper.history.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SeenTest {
    private static final double WIDTH = 1000;

    private static Ruler last(Duration length) {
        return new Ruler(Interval.last(length, Catalogs.NOW), 100, WIDTH);
    }

    private static Seen seen(Catalog catalog, Duration length) {
        return Seen.of(Rows.of(Lanes.of(catalog)), last(length));
    }

    private static Seen.Row row(Seen seen, String title) {
        return seen.rows().stream()
                .filter(row -> row.place().lane().title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static <T> void standApart(List<Spread.Placed<T>> placed) {
        for (int i = 1; i < placed.size(); i++) {
            assertThat(placed.get(i).x()).isGreaterThan(placed.get(i - 1).right());
        }
    }

    @Test
    void theRowsAreThoseOfTheDrawing() {
        assertThat(Lanes.of(Catalogs.billing()).stream().map(Lane::title))
                .containsExactly("pgBackRest full", "incremental", "WAL archive", "pg_dump", "can be had");
        assertThat(Promotion.of(Catalogs.billing()))
                .containsExactly(new Promotion(7, Instant.parse("2026-11-12T21:40:20Z")));
        assertThat(Lanes.of(Catalogs.empty())).isEmpty();
    }

    @Test
    void aFortnightStandsSideBySideAndTheFailedOneIsItsOwn() {
        Seen seen = seen(Catalogs.billing(), Duration.ofDays(14));
        Seen.Row full = row(seen, "pgBackRest full");
        assertThat(full.good()).hasSize(13).allMatch(placed -> placed.things().size() == 1);
        assertThat(full.failed()).hasSize(1);
        standApart(full.good());
        standApart(row(seen, "incremental").good());
        assertThat(row(seen, "WAL archive").gaps()).hasSize(1);
        assertThat(row(seen, "can be had").bars()).hasSize(2);
    }

    @Test
    void fiveThousandAreDrawnAsOneWhereTheyWouldOverlapAndNoneIsLost() {
        Catalog crowded = Catalogs.crowded();
        Seen seen = seen(crowded, Duration.ofDays(220));
        for (String title : List.of("pgBackRest full", "incremental")) {
            Seen.Row row = row(seen, title);
            List<Spread.Placed<Lane.Mark>> all = new ArrayList<>(row.good());
            standApart(row.good());
            all.addAll(row.failed());
            assertThat(all.stream().mapToInt(placed -> placed.things().size()).sum())
                    .isEqualTo(row.place().lane().marks().size());
        }
        Seen.Row full = row(seen, "pgBackRest full");
        assertThat(full.failed()).hasSize(1);
        // the day without incremental ones is seen as a hole
        List<Spread.Placed<Lane.Mark>> parts = row(seen, "incremental").good();
        assertThat(parts).hasSize(2);
        Spread.Placed<Lane.Mark> failed = full.failed().getFirst();
        assertThat(parts.getFirst().right()).isLessThan(failed.middle() + 4);
        assertThat(parts.getLast().x()).isGreaterThan(failed.x());
    }

    @Test
    void aGapIsWideEnoughToBeSeenAndStandsWhereItIs() {
        Ruler ruler = last(Duration.ofDays(220));
        Spread.Placed<Lane.Bar> gap = row(seen(Catalogs.billing(), Duration.ofDays(220)), "WAL archive")
                .gaps()
                .getFirst();
        assertThat(gap.width()).isEqualTo(6);
        assertThat(gap.x()).isEqualTo(ruler.x(Instant.parse("2026-11-12T03:10:12Z")));
        assertThat(HoverWords.gap(gap.things())).isEqualTo("2 segments missing");
    }

    @Test
    void whatIsOutOfSightIsLeftOut() {
        Seen seen = seen(Catalogs.billing(), Duration.ofHours(6));
        assertThat(row(seen, "pgBackRest full").good()).isEmpty();
        assertThat(row(seen, "incremental").good()).hasSize(1);
        assertThat(row(seen, "can be had").bars()).hasSize(1);
        Spread.Placed<Lane.Bar> window = row(seen, "can be had").bars().getFirst();
        assertThat(window.x()).isLessThanOrEqualTo(100);
    }

    @Test
    void windowsThatAreOpenAtTheSameTimeStandBelowEachOther() {
        Catalog one = Catalogs.billing();
        List<RecoveryWindow> windows = new ArrayList<>(one.windows());
        windows.add(new RecoveryWindow(
                Instant.parse("2026-11-10T00:00:00Z"), Instant.parse("2026-11-15T00:00:00Z"), 7, "x", "barman"));
        Catalog two = Catalogs.catalog(one.takenAt(), one.backups(), one.archives(), windows, List.of(), one.sources());
        Lane lane = Lanes.of(two).getLast();
        assertThat(lane.rows()).isEqualTo(2);
        assertThat(lane.bars().stream().map(Lane.Bar::row)).containsExactly(0, 1, 0);
    }

    @Test
    void aDayOfTwentyFiveHoursIsAsLongAsItIs() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant from = ZonedDateTime.of(2026, 10, 24, 0, 0, 0, 0, berlin).toInstant();
        Instant to = ZonedDateTime.of(2026, 10, 27, 0, 0, 0, 0, berlin).toInstant();
        List<Backup> nightly = new ArrayList<>();
        for (int day = 24; day < 27; day++) {
            nightly.add(Catalogs.full(
                    ZonedDateTime.of(2026, 10, day, 12, 0, 0, 0, berlin).toInstant(), 7, false));
        }
        Catalog catalog = Catalogs.catalog(to, nightly, List.of(), List.of(), List.of(), List.of());
        Ruler ruler = new Ruler(new Interval(from, to), 0, 730);
        List<Spread.Placed<Lane.Mark>> placed =
                Seen.of(Rows.of(Lanes.of(catalog)), ruler).rows().getFirst().good();
        // 73 hours on 730 pixels: noon comes after 12, 12 + 25 and 12 + 25 + 24 hours
        assertThat(placed.stream().map(Spread.Placed::x)).containsExactly(120.0, 370.0, 610.0);
    }

    @Test
    void thePointerFindsWhatItIsOn() {
        Seen seen = seen(Catalogs.billing(), Duration.ofDays(14));
        Times times = new Times(ZoneId.of("UTC"), Catalogs.NOW);
        Seen.Row full = row(seen, "pgBackRest full");
        Spread.Placed<Lane.Mark> failed = full.failed().getFirst();
        assertThat(Hits.at(seen, failed.middle(), full.place().middle()).map(hit -> hit.words(times)))
                .contains("20261116-020004F\nNov 16 02:00\nCan't be used: repository full");
        Spread.Placed<Lane.Mark> last = full.good().getLast();
        assertThat(Hits.at(seen, last.middle(), full.place().middle())
                        .flatMap(Hits.Hit::backup)
                        .map(Backup::id))
                .contains("20261120-020004F");
        assertThat(Hits.at(seen, last.right() + 30, full.place().middle())).isEmpty();
    }
}
