package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.Finding;
import dev.watchkeeper.backup.Proof;
import dev.watchkeeper.backup.RecoveryWindow;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Catalogs that nobody has. */
public final class Catalogs {
    public static final Instant NOW = Instant.parse("2026-11-20T14:29:53Z");
    public static final BackupSource REPO =
            new BackupSource.PgBackRest("backup-1", Optional.of("main"), Optional.empty());
    public static final BackupSource DUMPS = new BackupSource.Dumps("pg-bill-1", "/var/backups");
    public static final BackupSource REDIS = new BackupSource.RedisDumps("cache-1", "/var/backups/redis");
    public static final String PLACE = "repository 1 of main on backup-1";

    private static final long GB = 1L << 30;
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private Catalogs() {}

    /** As in the drawing: a fortnight of a cluster with a failed backup, a gap and a failover. */
    public static Catalog billing() {
        List<Backup> backups = new ArrayList<>();
        Instant day = Instant.parse("2026-11-07T02:00:04Z");
        for (; day.isBefore(NOW); day = day.plus(Duration.ofDays(1))) {
            int timeline = day.isAfter(Instant.parse("2026-11-12T23:00:00Z")) ? 7 : 6;
            boolean failed = day.toString().startsWith("2026-11-16");
            Backup full = full(day, timeline, failed);
            backups.add(full);
            if (!failed) {
                Instant hour = day.plus(Duration.ofMinutes(60));
                for (;
                        hour.isBefore(day.plus(Duration.ofHours(23))) && hour.isBefore(NOW);
                        hour = hour.plusSeconds(14_400)) {
                    // the tool gave up while the archive was broken
                    if (!hour.toString().startsWith("2026-11-12")
                            || hour.isBefore(Instant.parse("2026-11-12T03:10:00Z"))) {
                        backups.add(incr(full, hour));
                    }
                }
            }
        }
        for (String at : List.of("2026-11-08", "2026-11-11", "2026-11-14", "2026-11-17", "2026-11-20")) {
            backups.add(dump(Instant.parse(at + "T02:00:00Z"), "invoices"));
        }
        return catalog(NOW, backups, List.of(brokenArchive()), billingWindows(), billingPolicy(), billingSources());
    }

    private static List<RecoveryWindow> billingWindows() {
        return List.of(
                new RecoveryWindow(
                        Instant.parse("2026-11-07T02:18:04Z"),
                        Instant.parse("2026-11-12T03:10:12Z"),
                        6,
                        "20261107-020004F",
                        PLACE),
                new RecoveryWindow(
                        Instant.parse("2026-11-13T02:18:04Z"),
                        Instant.parse("2026-11-20T14:29:50Z"),
                        7,
                        "20261113-020004F",
                        PLACE));
    }

    private static List<Finding> billingPolicy() {
        return List.of(
                new Finding("Full every day, kept 30 days", Finding.Status.SHORT, "14 of 30 kept; Nov 16 failed"),
                new Finding("Incremental every hour, kept 7 days", Finding.Status.FINE, "as demanded"),
                new Finding("WAL continuous, kept 7 days", Finding.Status.BROKEN, "gap on Nov 12, 03:10"),
                new Finding("Weekly snapshot, kept 90 days", Finding.Status.FINE, "as demanded"),
                new Finding("Restore drill every month", Finding.Status.UNKNOWN, "no drill is known"));
    }

    private static List<Catalog.Asked> billingSources() {
        return List.of(
                new Catalog.Asked(
                        REPO,
                        Optional.empty(),
                        Optional.of("pgBackRest 2.54.2"),
                        Optional.of(2150 * GB),
                        Optional.of(120L)),
                new Catalog.Asked(
                        DUMPS, Optional.empty(), Optional.empty(), Optional.of(412 * GB), Optional.of(9_400L)));
    }

    private static WalArchive brokenArchive() {
        return new WalArchive(
                REPO,
                PLACE,
                List.of(
                        new WalArchive.Stretch(
                                6,
                                "00000006000004A100000010",
                                "00000006000004A900000041",
                                2097,
                                Optional.of(Instant.parse("2026-11-07T02:00:30Z")),
                                Optional.of(Instant.parse("2026-11-12T03:10:12Z"))),
                        new WalArchive.Stretch(
                                6,
                                "00000006000004A900000044",
                                "00000006000004A9000000F1",
                                174,
                                Optional.of(Instant.parse("2026-11-12T08:01:40Z")),
                                Optional.of(Instant.parse("2026-11-12T21:40:02Z"))),
                        new WalArchive.Stretch(
                                7,
                                "00000007000004A9000000F1",
                                "00000007000004C1000000B8",
                                5832,
                                Optional.of(Instant.parse("2026-11-12T21:40:20Z")),
                                Optional.of(Instant.parse("2026-11-20T14:29:50Z")))),
                List.of(new WalArchive.Gap(
                        6,
                        "00000006000004A900000042",
                        "00000006000004A900000043",
                        2,
                        Optional.of(Instant.parse("2026-11-12T03:10:12Z")),
                        Optional.of(Instant.parse("2026-11-12T08:01:40Z")))),
                Optional.of(120 * GB),
                Optional.of(Instant.parse("2026-11-20T14:29:50Z")));
    }

    /** Full backups of this repository; the newest first. */
    public static Backup full(Instant begun, int timeline, boolean failed) {
        Optional<Instant> stopped = failed ? Optional.empty() : Optional.of(begun.plusSeconds(1080));
        Optional<Proof> proof = failed
                ? Optional.empty()
                : Optional.of(
                        begun.isAfter(NOW.minus(Duration.ofDays(1)))
                                ? new Proof(begun.plusSeconds(1260), "pgbackrest verify", true, "")
                                : begun.toString().startsWith("2026-11-19")
                                        ? new Proof(
                                                begun.plusSeconds(36_000), "restored in a drill", true, "22 min 10 s")
                                        : new Proof(begun.plusSeconds(1100), "checksum only", true, ""));
        return Backup.of(REPO, LABEL.format(begun) + "F", BackupKind.FULL, PLACE)
                .database(Optional.of("main"))
                .startedAt(Optional.of(begun))
                .stoppedAt(stopped)
                .sizeBytes(failed ? OptionalLong.empty() : OptionalLong.of(412 * GB))
                .repoBytes(failed ? OptionalLong.empty() : OptionalLong.of(96 * GB))
                .walStart(Optional.of(String.format("%08X000004C100000010", timeline)))
                .walStop(failed ? Optional.empty() : Optional.of(String.format("%08X000004C100000016", timeline)))
                .timeline(OptionalInt.of(timeline))
                .proof(proof)
                .error(failed ? Optional.of("repository full") : Optional.empty())
                .serverVersion(Optional.of("17.11"))
                .systemId(Optional.of("7291837465019283746"))
                .encrypted(true)
                .retention(failed ? "" : "expires with the 31st full one")
                .done();
    }

    public static Backup incr(Backup on, Instant begun) {
        return Backup.of(on.source(), on.id() + "_" + LABEL.format(begun) + "I", BackupKind.INCR, on.place())
                .database(on.database())
                .startedAt(Optional.of(begun))
                .stoppedAt(Optional.of(begun.plusSeconds(41)))
                .sizeBytes(OptionalLong.of(412 * GB))
                .repoBytes(OptionalLong.of(GB * 6 / 10))
                .walStart(on.walStart())
                .walStop(on.walStop())
                .timeline(on.timeline())
                .prior(Optional.of(on.id()))
                .proof(
                        begun.isAfter(NOW.minus(Duration.ofHours(5)))
                                ? Optional.of(new Proof(begun.plusSeconds(60), "pgbackrest verify", true, ""))
                                : Optional.empty())
                .serverVersion(on.serverVersion())
                .systemId(on.systemId())
                .encrypted(true)
                .done();
    }

    public static Backup dump(Instant begun, String database) {
        return Backup.of(
                        DUMPS,
                        database + "_" + LABEL.format(begun).replace('-', '_') + ".dump",
                        BackupKind.DUMP,
                        "/var/backups on pg-bill-1")
                .database(Optional.of(database))
                .startedAt(Optional.of(begun))
                .stoppedAt(Optional.of(begun.plusSeconds(3120)))
                .repoBytes(OptionalLong.of(38 * GB))
                .proof(Optional.of(new Proof(begun.plusSeconds(4000), "list and full read", true, "")))
                .serverVersion(Optional.of("17.11"))
                .done();
    }

    /** The newest first, as readers give them. */
    public static Catalog catalog(
            Instant now,
            List<Backup> backups,
            List<WalArchive> archives,
            List<RecoveryWindow> windows,
            List<Finding> policy,
            List<Catalog.Asked> sources) {
        List<Backup> sorted = backups.stream()
                .sorted(Comparator.comparing(
                                (Backup backup) -> backup.startedAt().orElse(Instant.EPOCH))
                        .reversed())
                .toList();
        return new Catalog(now, sorted, archives, windows, policy, sources);
    }

    /** Five thousand backups: half a year, hourly. */
    public static Catalog crowded() {
        List<Backup> backups = new ArrayList<>();
        Instant day = NOW.minus(Duration.ofDays(208)).minusSeconds(44_000);
        Instant first = day;
        for (int i = 0; i < 208; i++, day = day.plus(Duration.ofDays(1))) {
            Backup full = full(day, Math.min(4, 3 + i / 90), i == 100);
            backups.add(full);
            for (int hour = 1; hour < 24 && i != 100; hour++) {
                backups.add(incr(full, day.plus(Duration.ofHours(hour))));
            }
        }
        WalArchive archive = new WalArchive(
                REPO,
                PLACE,
                List.of(
                        stretch(3, first, first.plus(Duration.ofDays(90))),
                        stretch(4, first.plus(Duration.ofDays(90)), first.plus(Duration.ofDays(140))),
                        stretch(4, first.plus(Duration.ofDays(141)), NOW.minusSeconds(40))),
                List.of(new WalArchive.Gap(
                        4,
                        "000000040000000000000010",
                        "000000040000000000000090",
                        129,
                        Optional.of(first.plus(Duration.ofDays(140))),
                        Optional.of(first.plus(Duration.ofDays(141))))),
                Optional.of(900 * GB),
                Optional.of(NOW.minusSeconds(40)));
        List<RecoveryWindow> windows = List.of(
                new RecoveryWindow(
                        first.plusSeconds(1080),
                        first.plus(Duration.ofDays(140)),
                        4,
                        backups.getFirst().id(),
                        PLACE),
                new RecoveryWindow(
                        first.plus(Duration.ofDays(141)).plusSeconds(1080),
                        NOW.minusSeconds(40),
                        4,
                        backups.get(141 * 24 - 23).id(),
                        PLACE));
        return catalog(NOW, backups, List.of(archive), windows, billingPolicy(), billingSources());
    }

    private static WalArchive.Stretch stretch(int timeline, Instant from, Instant to) {
        return new WalArchive.Stretch(timeline, "", "", 4000, Optional.of(from), Optional.of(to));
    }

    /** One dump, and nothing else. */
    public static Catalog oneDump() {
        return catalog(
                NOW,
                List.of(dump(NOW.minus(Duration.ofHours(12)), "invoices")),
                List.of(),
                List.of(),
                List.of(),
                List.of(billingSources().getLast()));
    }

    /** Nothing was found. */
    public static Catalog empty() {
        return catalog(NOW, List.of(), List.of(), List.of(), List.of(), billingSources());
    }

    /** As before, but this source could not be asked. */
    public static Catalog without(Catalog all, BackupSource silent, Fault fault, Instant now) {
        return new Catalog(
                now,
                all.backups().stream()
                        .filter(one -> !one.source().equals(silent))
                        .toList(),
                all.archives().stream()
                        .filter(one -> !one.source().equals(silent))
                        .toList(),
                silent.equals(REPO) ? List.of() : all.windows(),
                List.of(),
                all.sources().stream()
                        .map(one -> one.source().equals(silent)
                                ? new Catalog.Asked(
                                        silent,
                                        Optional.of(fault),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())
                                : one)
                        .toList());
    }
}
