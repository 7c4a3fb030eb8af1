package dev.watchkeeper.app.panes.backups.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.panes.backups.Catalogs;
import dev.watchkeeper.app.reports.BackupSentences;
import dev.watchkeeper.app.reports.Times;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RoutesTest {
    private static final Times TIMES = new Times(ZoneOffset.UTC, Catalogs.NOW);

    private static Routes routes(Catalog catalog) {
        return new Routes(catalog, new Lineage(catalog.backups()), TIMES);
    }

    private static Route to(Catalog catalog, String moment) {
        return routes(catalog).to(Instant.parse(moment));
    }

    @Test
    void aMomentIsReachedFromTheNearestBackupBeforeIt() {
        Route route = to(Catalogs.billing(), "2026-11-20T12:00:45Z");
        assertThat(route).isInstanceOf(Route.Had.class);
        Route.Had had = (Route.Had) route;
        assertThat(had.chain().stream().map(Backup::id))
                .containsExactly("20261120-020004F", "20261120-020004F_20261120-110004I");
        assertThat(had.wal()).isEqualTo(Duration.ofHours(1));
        assertThat(RouteWords.headline(route, TIMES)).isEqualTo("Nov 20 12:00:45 can be had");
        assertThat(RouteWords.detail(route, TIMES))
                .isEqualTo("From 20261120-020004F, …_20261120-110004I, then 1 h of WAL, on timeline 7 · "
                        + Catalogs.PLACE);
    }

    @Test
    void aBackupThatIsNotCompleteYetThenIsNotUsed() {
        Route.Had had = (Route.Had) to(Catalogs.billing(), "2026-11-20T11:00:30Z");
        assertThat(had.chain().getLast().id()).isEqualTo("20261120-020004F_20261120-070004I");
    }

    @Test
    void whatLiesBehindAGapCantBeHad() {
        Route route = to(Catalogs.billing(), "2026-11-12T20:00:00Z");
        assertThat(RouteWords.headline(route, TIMES)).isEqualTo("Nov 12 20:00:00 can't be had");
        assertThat(RouteWords.detail(route, TIMES))
                .startsWith(
                        "2 segments are missing from the archive (00000006000004A900000042 to"
                                + " 00000006000004A900000043), and the next backup was complete only at Nov 13 02:18. Nearest:");
        assertThat(((Route.Lost) route).after().map(Route.Near::at)).contains(Instant.parse("2026-11-13T02:18:04Z"));
    }

    @Test
    void beforeTheFirstAndAfterTheLastItSaysSo() {
        Catalog all = Catalogs.billing();
        assertThat(RouteWords.detail(to(all, "2026-11-07T02:10:00Z"), TIMES))
                .startsWith(
                        "It is before the end of the first backup that can be used. Nearest: Nov 7 02:18:04 after it");
        assertThat(RouteWords.detail(to(all, "2026-11-20T14:29:52Z"), TIMES))
                .startsWith("What was changed after Nov 20 14:29:50 is not in the archive");
        assertThat(RouteWords.detail(to(all, "2026-11-21T00:00:00Z"), TIMES)).startsWith("It is still to come");
    }

    @Test
    void aDumpAloneGivesOneMoment() {
        Route.Lost lost = (Route.Lost) to(Catalogs.oneDump(), "2026-11-20T10:00:00Z");
        assertThat(lost.why()).contains("there is no WAL archive");
        assertThat(lost.before().flatMap(Route.Near::with).map(Backup::id)).contains("invoices_20261120_022953.dump");
        assertThat(routes(Catalogs.oneDump()).earliest()).contains(Instant.parse("2026-11-20T02:29:53Z"));
        assertThat(routes(Catalogs.empty()).earliest()).isEmpty();
    }

    @Test
    void whatBuildsOnSomethingThatIsGoneIsNotUsed() {
        Backup gone = Catalogs.full(Instant.parse("2026-11-19T02:00:04Z"), 7, false);
        Backup orphan = Catalogs.incr(gone, Instant.parse("2026-11-19T08:00:04Z"));
        Backup failed = Catalogs.full(Instant.parse("2026-11-18T02:00:04Z"), 7, true);
        Backup onFailed = Catalogs.incr(failed, Instant.parse("2026-11-18T08:00:04Z"));
        Lineage lineage = new Lineage(List.of(orphan, failed, onFailed));
        assertThat(List.of(orphan, failed, onFailed)).noneMatch(lineage::isUsable);
        assertThat(lineage.followers(failed)).containsExactly(onFailed);
        assertThat(new Lineage(List.of(gone, orphan)).isUsable(orphan)).isTrue();
    }

    @Test
    void whoBuildsOnItselfIsNotFollowedForever() {
        Backup full = Catalogs.full(Instant.parse("2026-11-19T02:00:04Z"), 7, false);
        Backup incr = Catalogs.incr(full, Instant.parse("2026-11-19T08:00:04Z"));
        Backup circular = Backup.of(incr.source(), full.id(), incr.kind(), incr.place())
                .database(incr.database())
                .startedAt(incr.startedAt())
                .stoppedAt(incr.stoppedAt())
                .sizeBytes(incr.sizeBytes())
                .repoBytes(incr.repoBytes())
                .walStart(incr.walStart())
                .walStop(incr.walStop())
                .timeline(incr.timeline())
                .prior(Optional.of(incr.id()))
                .proof(incr.proof())
                .error(incr.error())
                .serverVersion(incr.serverVersion())
                .systemId(incr.systemId())
                .done();
        assertThat(new Lineage(List.of(incr, circular)).isUsable(incr)).isFalse();
    }

    @Test
    void theSentenceSaysWhatIsWrong() {
        assertThat(sentence(Catalogs.billing()))
                .isEqualTo("every second since Nov 13 02:18 can be had, up to 3 s ago; 2 of 5 rules are not kept");
        assertThat(sentence(Catalogs.empty())).isEqualTo("there is no backup");
        assertThat(sentence(Catalogs.oneDump()))
                .isEqualTo(
                        "only what one backup holds can be had, the last of Nov 20 02:29: later changes would be lost");
        Catalog all = Catalogs.billing();
        assertThat(sentence(Catalogs.catalog(
                        all.takenAt(),
                        all.backups(),
                        all.archives(),
                        all.windows().subList(0, 1),
                        List.of(),
                        all.sources())))
                .isEqualTo("WAL broken since Nov 12 03:10: every second from Nov 7 02:18 to Nov 12 03:10 can be had,"
                        + " after that only the backups themselves");
        assertThat(sentence(
                        Catalogs.catalog(all.takenAt(), all.backups(), List.of(), List.of(), List.of(), all.sources())))
                .isEqualTo("there is no WAL archive: only the backups themselves can be restored, the last of"
                        + " Nov 20 11:00");
        Backup failed = Catalogs.full(Instant.parse("2026-11-18T02:00:04Z"), 7, true);
        assertThat(sentence(Catalogs.catalog(
                        all.takenAt(), List.of(failed), List.of(), List.of(), List.of(), all.sources())))
                .isEqualTo("no backup can be used");
    }

    private static String sentence(Catalog catalog) {
        return BackupSentences.of(catalog, ZoneOffset.UTC);
    }

    @Test
    void theHourThatComesTwiceIsTold() {
        Times berlin = new Times(ZoneId.of("Europe/Berlin"), Instant.parse("2026-10-25T12:00:00Z"));
        assertThat(berlin.minute(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo("Oct 25 02:30 CEST");
        assertThat(berlin.minute(Instant.parse("2026-10-25T01:30:00Z"))).isEqualTo("Oct 25 02:30 CET");
        assertThat(berlin.minute(Instant.parse("2026-10-25T02:30:00Z"))).isEqualTo("Oct 25 03:30");
        assertThat(berlin.day(Instant.parse("2025-10-25T02:30:00Z"))).isEqualTo("Oct 25 2025");
    }
}
