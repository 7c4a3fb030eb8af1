package dev.watchkeeper.backup.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.Finding;
import dev.watchkeeper.backup.Finding.Status;
import dev.watchkeeper.backup.Proof;
import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is said of made-up catalogs. */
class PolicyTest {
    private static final BackupSource PGBACKREST =
            new BackupSource.PgBackRest("local", Optional.of("main"), Optional.empty());
    private static final BackupSource DUMPS = new BackupSource.Dumps("local", "/dumps");
    private static final BackupSource REDIS = new BackupSource.RedisDumps("local", "/redis");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-20T14:29:52Z");

    private final List<Backup> backups = new ArrayList<>();
    private long aheadMillis;

    private void add(BackupSource source, BackupKind kind, Instant at, String database, String error) {
        backups.add(Backup.of(source, kind + " " + at + database, kind, "repo1 /repo")
                .database(Optional.of(database).filter(name -> !name.isEmpty()))
                .startedAt(Optional.of(at))
                .stoppedAt(Optional.of(at.plusSeconds(60)))
                .repoBytes(OptionalLong.of(1))
                .error(Optional.of(error).filter(text -> !text.isEmpty()))
                .done());
    }

    /** One each day at that hour of the zone, that many days back; none or a bad one on some days. */
    private void daily(BackupSource source, BackupKind kind, String database, ZoneId zone, int days, LocalDate bad) {
        LocalDate today = NOW.atZone(zone).toLocalDate();
        for (int i = 0; i < days; i++) {
            LocalDate day = today.minusDays(i);
            add(
                    source,
                    kind,
                    day.atTime(2, 30).atZone(zone).toInstant(),
                    database,
                    day.equals(bad) ? "repository full" : "");
        }
    }

    private Catalog catalog(BackupSource... sources) {
        return new Catalog(
                NOW,
                backups,
                List.of(),
                List.of(),
                List.of(),
                List.of(sources).stream()
                        .map(source -> new Catalog.Asked(
                                source, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(aheadMillis)))
                        .toList());
    }

    private Finding judged(String rule, ZoneId zone, BackupSource... sources) {
        return Policy.runbooks().judge(catalog(sources), List.of(sources), zone).stream()
                .filter(finding -> finding.rule().startsWith(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thirtyDaysAreDemandedAndSaidToBeThere() {
        daily(PGBACKREST, BackupKind.FULL, "", BERLIN, 30, LocalDate.EPOCH);
        assertThat(judged("Full", BERLIN, PGBACKREST))
                .isEqualTo(new Finding("Full every day, kept 30 days", Status.FINE, "as demanded"));
    }

    @Test
    void aDayThatIsNotOverNeedsNoBackupYet() {
        daily(PGBACKREST, BackupKind.FULL, "", BERLIN, 31, LocalDate.EPOCH);
        backups.removeFirst();
        assertThat(judged("Full", BERLIN, PGBACKREST).status()).isEqualTo(Status.FINE);
    }

    @Test
    void whatFailedOrIsMissingIsNamed() {
        daily(PGBACKREST, BackupKind.FULL, "", BERLIN, 30, LocalDate.of(2026, 11, 16));
        backups.removeIf(backup -> backup.startedAt().orElseThrow().toString().startsWith("2026-11-09"));
        Finding finding = judged("Full", BERLIN, PGBACKREST);
        assertThat(finding.status()).isEqualTo(Status.SHORT);
        assertThat(finding.detail()).isEqualTo("28 of 30 kept; Nov 16 failed; Nov 9 has none");
    }

    @Test
    void aNewServerIsToldHonestly() {
        daily(PGBACKREST, BackupKind.FULL, "", BERLIN, 14, LocalDate.EPOCH);
        Finding finding = judged("Full", BERLIN, PGBACKREST);
        assertThat(finding.status()).isEqualTo(Status.SHORT);
        assertThat(finding.detail()).isEqualTo("14 of 30 kept; the oldest is of Nov 7");
        assertThat(judged("Weekly", BERLIN, PGBACKREST).detail())
                .isEqualTo("2 of 12 weeks kept; the oldest is of Nov 7");
        assertThat(judged("In S3", BERLIN, PGBACKREST).status()).isEqualTo(Status.SHORT);
    }

    @Test
    void noneOrOnlyBadOnesAreBroken() {
        assertThat(judged("Full", BERLIN, DUMPS))
                .extracting(Finding::status, Finding::detail)
                .containsExactly(Status.BROKEN, "there is none");
        daily(DUMPS, BackupKind.DUMP, "shop", BERLIN, 1, LocalDate.of(2026, 11, 20));
        assertThat(judged("Full", BERLIN, DUMPS).detail()).isEqualTo("none is good");
    }

    @Test
    void ofSeveralDatabasesTheWorstIsTold() {
        daily(DUMPS, BackupKind.DUMP, "billing", BERLIN, 30, LocalDate.EPOCH);
        daily(DUMPS, BackupKind.DUMP, "shop", BERLIN, 30, LocalDate.of(2026, 11, 3));
        assertThat(judged("Full", BERLIN, DUMPS).detail()).isEqualTo("shop: 29 of 30 kept; Nov 3 failed");
    }

    /** Summer time began in Auckland within the 90 days. */
    @Test
    void daysAreThoseOfTheWorkstationsZone() {
        ZoneId auckland = ZoneId.of("Pacific/Auckland");
        daily(PGBACKREST, BackupKind.FULL, "", auckland, 91, LocalDate.EPOCH);
        assertThat(judged("Full", auckland, PGBACKREST).status()).isEqualTo(Status.FINE);
        assertThat(judged("Weekly", auckland, PGBACKREST).status()).isEqualTo(Status.FINE);
    }

    @Test
    void hoursAreThoseOfRealTime() {
        daily(PGBACKREST, BackupKind.FULL, "", ZoneOffset.UTC, 8, LocalDate.EPOCH);
        for (int hour = 0; hour < 24 * 7; hour++) {
            add(PGBACKREST, BackupKind.INCR, NOW.minus(Duration.ofHours(hour).plusMinutes(20)), "", "");
        }
        assertThat(judged("Incremental", BERLIN, PGBACKREST).status()).isEqualTo(Status.FINE);
        backups.removeIf(backup -> backup.startedAt().orElseThrow().toString().matches("2026-11-18T(04|05|06).*"));
        assertThat(judged("Incremental", BERLIN, PGBACKREST).detail()).isEqualTo("none for 4 h from Nov 18, 04:09");
    }

    /** A clock that is ahead makes nothing younger than it is. */
    @Test
    void theHostsClockIsTakenIntoAccount() {
        add(REDIS, BackupKind.RDB, NOW.minus(Duration.ofHours(10)), "", "");
        assertThat(judged("Redis", BERLIN, REDIS).detail()).isEqualTo("last one 10 h ago");
        aheadMillis = Duration.ofHours(3).toMillis();
        assertThat(judged("Redis", BERLIN, REDIS).detail()).isEqualTo("last one 13 h ago");
    }

    @Test
    void rulesThatTheSourcesCanNotKeepDoNotAppear() {
        assertThat(Policy.runbooks().judge(catalog(DUMPS), List.of(DUMPS), BERLIN))
                .extracting(Finding::rule)
                .containsExactly(
                        "Full every day, kept 30 days",
                        "Weekly snapshot, kept 90 days",
                        "In S3, kept 90 days",
                        "Restore drill every month");
        assertThat(Policy.runbooks().judge(catalog(REDIS), List.of(REDIS), BERLIN))
                .extracting(Finding::rule)
                .containsExactly("Redis every 6 hours", "Restore drill every month");
    }

    @Test
    void aDrillIsKnownByItsProof() {
        assertThat(judged("Restore drill", BERLIN, DUMPS).status()).isEqualTo(Status.UNKNOWN);
        add(DUMPS, BackupKind.DUMP, NOW, "shop", "");
        Backup one = backups.removeFirst();
        backups.add(one.but()
                .proof(Optional.of(new Proof(NOW.minus(Duration.ofDays(2)), "restored in a drill", true, "")))
                .done());
        assertThat(judged("Restore drill", BERLIN, DUMPS))
                .extracting(Finding::status, Finding::detail)
                .containsExactly(Status.FINE, "last one 2 d ago");
    }
}
