package dev.watchkeeper.backup.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.RecoveryWindow;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.backup.WalArchive.Branch;
import dev.watchkeeper.backup.WalArchive.Gap;
import dev.watchkeeper.backup.wal.ArchiveBuilder;
import dev.watchkeeper.backup.wal.HistoryFile;
import dev.watchkeeper.backup.wal.WalFile;
import dev.watchkeeper.backup.wal.WalName;
import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Made-up archives: segment n is archived at minute n. */
class RecoveryWindowsTest {
    private static final BackupSource REPO =
            new BackupSource.PgBackRest("local", Optional.of("main"), Optional.empty());
    private static final BackupSource BASES = new BackupSource.BaseBackups("local", "/bases", Optional.empty());
    private static final Instant BEGIN = Instant.parse("2026-11-20T00:00:00Z");
    private static final long MB = 1L << 20;

    private static Instant minute(long number) {
        return BEGIN.plusSeconds(60 * number);
    }

    private static String segment(int timeline, long number, long size) {
        return WalName.at(timeline, number, size).toString();
    }

    /** One that was complete half a minute after its segment was archived. */
    private static Backup backup(BackupSource source, String id, long segment, String prior, String error) {
        String name = segment(1, segment, WalArchive.USUAL_SEGMENT);
        return Backup.of(source, id, prior.isEmpty() ? BackupKind.FULL : BackupKind.INCR, "/repo")
                .database(Optional.of("main"))
                .startedAt(Optional.of(minute(segment)))
                .stoppedAt(Optional.of(minute(segment).plusSeconds(30)))
                .walStart(Optional.of(name))
                .walStop(Optional.of(name))
                .timeline(OptionalInt.of(1))
                .prior(Optional.of(prior).filter(text -> !text.isEmpty()))
                .error(Optional.of(error).filter(text -> !text.isEmpty()))
                .systemId(Optional.of("77"))
                .done();
    }

    private static ArchiveBuilder archive(BackupSource source, String place) {
        return new ArchiveBuilder(source, place).cluster("main").systemId(Optional.of("77"));
    }

    private static ArchiveBuilder add(ArchiveBuilder to, int timeline, long first, long last) {
        for (long n = first; n <= last; n++) {
            to.add(WalFile.of(segment(timeline, n, WalArchive.USUAL_SEGMENT), 1, minute(n))
                    .orElseThrow());
        }
        return to;
    }

    @Test
    void aGapEndsAWindowAndTheNextBackupBeginsAnother() {
        WalArchive archive =
                add(add(archive(REPO, "/repo"), 1, 1, 10), 1, 13, 20).build();
        assertThat(archive.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.first()).isEqualTo(segment(1, 11, WalArchive.USUAL_SEGMENT));
            assertThat(gap.segments()).isEqualTo(2);
        });
        List<Backup> backups =
                List.of(backup(REPO, "a", 2, "", ""), backup(REPO, "b", 5, "", ""), backup(REPO, "c", 15, "", ""));
        assertThat(RecoveryWindows.of(backups, List.of(archive)))
                .containsExactly(
                        new RecoveryWindow(minute(2).plusSeconds(30), minute(10), 1, "a", "/repo"),
                        new RecoveryWindow(minute(15).plusSeconds(30), minute(20), 1, "c", "/repo"));
    }

    @Test
    void aBackupThatEndsInTheLastSegmentBeginsNoWindowOfItsOwn() {
        WalArchive archive = add(archive(REPO, "/repo"), 1, 1, 10).build();
        List<Backup> backups = List.of(backup(REPO, "a", 2, "", ""), backup(REPO, "b", 10, "", ""));
        assertThat(RecoveryWindows.of(backups, List.of(archive)))
                .containsExactly(
                        new RecoveryWindow(minute(2).plusSeconds(30), minute(10).plusSeconds(30), 1, "a", "/repo"));
    }

    @Test
    void whatIsNotWholeBeginsNoWindow() {
        WalArchive archive = add(archive(REPO, "/repo"), 1, 1, 10).build();
        List<Backup> backups = List.of(
                backup(REPO, "bad", 2, "", "repository full"),
                backup(REPO, "on bad", 3, "bad", ""),
                backup(REPO, "on nothing", 4, "gone", ""),
                backup(REPO, "good", 6, "", ""),
                backup(REPO, "on good", 7, "good", ""),
                backup(REPO, "without its WAL", 12, "", ""));
        assertThat(RecoveryWindows.of(backups, List.of(archive)))
                .extracting(RecoveryWindow::backup)
                .containsExactly("good");
    }

    @Test
    void aPromotionIsGoneThroughOnlyWhereTheHistoryFileTells() {
        ArchiveBuilder builder = add(add(archive(REPO, "/repo"), 1, 1, 5), 2, 6, 9);
        List<Backup> backups = List.of(backup(REPO, "a", 2, "", ""));
        assertThat(RecoveryWindows.of(backups, List.of(builder.build())))
                .extracting(RecoveryWindow::timeline, RecoveryWindow::to)
                .containsExactly(tuple(1, minute(5)));
        builder.add(HistoryFile.branches(2, "1\t0/60000A0\tno recovery target specified\n"));
        assertThat(RecoveryWindows.of(backups, List.of(builder.build())))
                .extracting(RecoveryWindow::timeline, RecoveryWindow::to)
                .containsExactly(tuple(2, minute(9)));
    }

    @Test
    void aTimelineThatWentOnAfterItWasLeftIsAWindowOfItsOwn() {
        WalArchive archive = add(add(archive(REPO, "/repo"), 1, 1, 8), 2, 6, 9)
                .add(List.of(new Branch(2, 1, 6 * WalArchive.USUAL_SEGMENT + 160)))
                .build();
        assertThat(RecoveryWindows.of(List.of(backup(REPO, "a", 2, "", "")), List.of(archive)))
                .extracting(RecoveryWindow::timeline)
                .containsExactlyInAnyOrder(1, 2);
        assertThat(RecoveryWindows.of(List.of(backup(REPO, "after it was left", 7, "", "")), List.of(archive)))
                .extracting(RecoveryWindow::timeline)
                .containsExactly(1);
    }

    @Test
    void whatIsMissingWhereTimelinesPartIsAGap() {
        WalArchive archive = add(add(archive(REPO, "/repo"), 1, 1, 4), 2, 7, 9)
                .add(List.of(new Branch(2, 1, 6 * WalArchive.USUAL_SEGMENT + 160)))
                .build();
        assertThat(archive.gaps())
                .extracting(Gap::first)
                .containsExactly(segment(1, 5, WalArchive.USUAL_SEGMENT), segment(2, 6, WalArchive.USUAL_SEGMENT));
        assertThat(RecoveryWindows.of(List.of(backup(REPO, "a", 2, "", "")), List.of(archive)))
                .extracting(RecoveryWindow::to)
                .containsExactly(minute(4));
    }

    @Test
    void aBaseBackupTakesWalOfItsSystemFromAnotherPlace() {
        WalArchive archive = add(archive(REPO, "/repo"), 1, 1, 10).build();
        WalArchive stranger = add(new ArchiveBuilder(REPO, "/other").systemId(Optional.of("78")), 1, 1, 99)
                .build();
        assertThat(RecoveryWindows.of(List.of(backup(BASES, "base", 3, "", "")), List.of(archive, stranger)))
                .containsExactly(
                        new RecoveryWindow(minute(3).plusSeconds(30), minute(10), 1, "base", "/bases + /repo"));
    }

    @Test
    void oneGapIsBridgedByAnotherArchive() {
        WalArchive one = add(add(archive(REPO, "/one"), 1, 1, 10), 1, 13, 20).build();
        WalArchive two = add(archive(REPO, "/two"), 1, 5, 18).build();
        List<Backup> backups =
                List.of(backup(REPO, "a", 2, "", ""), backup(REPO, "b", 6, "", ""), backup(REPO, "c", 16, "", ""));
        assertThat(RecoveryWindows.of(backups, List.of(one, two)))
                .singleElement()
                .satisfies(window -> {
                    assertThat(window.from()).isEqualTo(minute(2).plusSeconds(30));
                    assertThat(window.to()).isEqualTo(minute(20));
                });
    }

    @Test
    void whereOnlyTheEndsAreKnownTheNewestBackupIsTheLastThatIsSure() {
        WalArchive archive = archive(REPO, "/repo")
                .fromTo(WalName.at(1, 1, WalArchive.USUAL_SEGMENT), WalName.at(1, 300_000, WalArchive.USUAL_SEGMENT))
                .build();
        assertThat(archive.listed()).isFalse();
        List<Backup> backups = List.of(backup(REPO, "a", 2, "", ""), backup(REPO, "b", 5, "", ""));
        assertThat(RecoveryWindows.of(backups, List.of(archive)))
                .singleElement()
                .satisfies(window -> assertThat(window.to()).isEqualTo(minute(5).plusSeconds(30)));
    }

    /** With 1 MB there are 4096 of them before the middle number goes up, not 256. */
    @Test
    void segmentsOfAnySizeFollowEachOther() {
        ArchiveBuilder builder = new ArchiveBuilder(REPO, "/repo").segmentBytes(MB);
        for (long n = 4090; n <= 4100; n++) {
            builder.add(WalFile.of(segment(1, n, MB) + ".gz", 1, minute(n)).orElseThrow());
        }
        assertThat(builder.build().gaps()).isEmpty();
        assertThat(builder.build().stretches()).singleElement().satisfies(stretch -> {
            assertThat(stretch.last()).isEqualTo("000000010000000100000004");
            assertThat(stretch.segments()).isEqualTo(11);
        });
    }
}
