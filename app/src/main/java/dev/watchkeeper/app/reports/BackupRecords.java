package dev.watchkeeper.app.reports;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.Finding;
import dev.watchkeeper.backup.Proof;
import dev.watchkeeper.backup.RecoveryWindow;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.backup.windows.Recovery;
import dev.watchkeeper.kernel.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A backup catalog as data: a row a backup and a stretch of WAL, the windows, the policy, what was asked. */
public final class BackupRecords {
    private static final List<String> BACKUPS = List.of(
            "engine",
            "id",
            "kind",
            "database",
            "started_at",
            "stopped_at",
            "size_bytes",
            "repo_bytes",
            "wal_start",
            "wal_stop",
            "timeline",
            "prior",
            "verified_at",
            "verified_how",
            "verified_good",
            "error",
            "server_version",
            "system_id",
            "encrypted",
            "format",
            "retention",
            "source",
            "host",
            "place");
    private static final List<String> WINDOWS = List.of("from", "to", "timeline", "backup", "place");
    private static final List<String> GAPS =
            List.of("timeline", "wal_start", "wal_stop", "segments", "after", "before", "place");
    private static final List<String> POLICY = List.of("rule", "status", "detail");
    private static final List<String> SOURCES =
            List.of("engine", "source", "host", "tool", "free_bytes", "ahead_ms", "trouble", "advice");
    private static final List<String> NOW = List.of("rpo_seconds", "earliest", "latest");

    private BackupRecords() {}

    /** All lists; backups and stretches of WAL are in the first. */
    public static List<Records> of(Catalog catalog) {
        List<SequencedMap<String, @Nullable Object>> rows = new ArrayList<>();
        catalog.backups().forEach(backup -> rows.add(backup(backup)));
        catalog.archives()
                .forEach(archive -> archive.stretches().reversed().forEach(stretch -> rows.add(wal(archive, stretch))));
        List<SequencedMap<String, @Nullable Object>> gaps = new ArrayList<>();
        catalog.archives().forEach(archive -> archive.gaps().forEach(gap -> gaps.add(gap(archive, gap))));
        return List.of(
                new Records(BACKUPS, rows),
                new Records(
                        "windows",
                        WINDOWS,
                        catalog.windows().stream().map(BackupRecords::window).toList()),
                new Records("gaps", GAPS, gaps),
                new Records(
                        "policy",
                        POLICY,
                        catalog.policy().stream().map(BackupRecords::finding).toList()),
                new Records(
                        "sources",
                        SOURCES,
                        catalog.sources().stream().map(BackupRecords::asked).toList()),
                new Records("now", NOW, List.of(now(catalog))));
    }

    private static SequencedMap<String, @Nullable Object> backup(Backup backup) {
        return new Records.Row()
                .with("engine", backup.source().engine().label())
                .with("id", backup.id())
                .with("kind", backup.kind().label())
                .with("database", value(backup.database()))
                .with("started_at", value(backup.startedAt()))
                .with("stopped_at", value(backup.stoppedAt()))
                .with("size_bytes", value(backup.sizeBytes()))
                .with("repo_bytes", value(backup.repoBytes()))
                .with("wal_start", value(backup.walStart()))
                .with("wal_stop", value(backup.walStop()))
                .with("timeline", value(backup.timeline()))
                .with("prior", value(backup.prior()))
                .with("verified_at", value(backup.proof().map(Proof::at)))
                .with("verified_how", value(backup.proof().map(Proof::how)))
                .with("verified_good", value(backup.proof().map(Proof::good)))
                .with("error", value(backup.error()))
                .with("server_version", value(backup.serverVersion()))
                .with("system_id", value(backup.systemId()))
                .with("encrypted", backup.encrypted())
                .with("format", backup.format().isEmpty() ? null : backup.format())
                .with("retention", backup.retention().isEmpty() ? null : backup.retention())
                .with("source", backup.source().title())
                .with("host", backup.source().host())
                .with("place", backup.place())
                .values();
    }

    /** One row for segments that follow each other. */
    private static SequencedMap<String, @Nullable Object> wal(WalArchive archive, WalArchive.Stretch stretch) {
        boolean alone = archive.stretches().size() == 1;
        return new Records.Row()
                .with("engine", archive.source().engine().label())
                .with("id", stretch.first() + ".." + stretch.last())
                .with("kind", BackupKind.WAL.label())
                .with("database", value(archive.cluster()))
                .with("started_at", value(stretch.from()))
                .with("stopped_at", value(stretch.to()))
                .with("size_bytes", stretch.segments() * archive.segmentBytes())
                .with("repo_bytes", alone ? value(archive.bytes()) : null)
                .with("wal_start", stretch.first())
                .with("wal_stop", stretch.last())
                .with("timeline", stretch.timeline())
                .with("prior", null)
                .with("verified_at", null)
                .with("verified_how", null)
                .with("verified_good", null)
                .with("error", archive.listed() ? null : "only the first and the last segment are known")
                .with("server_version", null)
                .with("system_id", value(archive.systemId()))
                .with("encrypted", null)
                .with("format", null)
                .with("retention", null)
                .with("source", archive.source().title())
                .with("host", archive.source().host())
                .with("place", archive.place())
                .values();
    }

    private static SequencedMap<String, @Nullable Object> window(RecoveryWindow window) {
        return new Records.Row()
                .with("from", window.from())
                .with("to", window.to())
                .with("timeline", window.timeline())
                .with("backup", window.backup())
                .with("place", window.place())
                .values();
    }

    private static SequencedMap<String, @Nullable Object> gap(WalArchive archive, WalArchive.Gap gap) {
        return new Records.Row()
                .with("timeline", gap.timeline())
                .with("wal_start", gap.first())
                .with("wal_stop", gap.last())
                .with("segments", gap.segments())
                .with("after", value(gap.after()))
                .with("before", value(gap.before()))
                .with("place", archive.place())
                .values();
    }

    private static SequencedMap<String, @Nullable Object> finding(Finding finding) {
        return new Records.Row()
                .with("rule", finding.rule())
                .with("status", finding.status().label())
                .with("detail", finding.detail())
                .values();
    }

    private static SequencedMap<String, @Nullable Object> asked(Catalog.Asked asked) {
        return new Records.Row()
                .with("engine", asked.source().engine().label())
                .with("source", asked.source().title())
                .with("host", asked.source().host())
                .with("tool", value(asked.tool()))
                .with("free_bytes", value(asked.freeBytes()))
                .with("ahead_ms", value(asked.aheadMillis()))
                .with("trouble", value(asked.trouble().map(Fault::message)))
                .with("advice", value(asked.trouble().map(Fault::advice).filter(text -> !text.isEmpty())))
                .values();
    }

    private static SequencedMap<String, @Nullable Object> now(Catalog catalog) {
        return new Records.Row()
                .with("rpo_seconds", value(Recovery.loss(catalog).map(Duration::toSeconds)))
                .with("earliest", value(Recovery.earliest(catalog)))
                .with("latest", value(Recovery.latest(catalog)))
                .values();
    }

    private static @Nullable Object value(Optional<?> value) {
        return value.orElse(null);
    }

    private static @Nullable Object value(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static @Nullable Object value(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
