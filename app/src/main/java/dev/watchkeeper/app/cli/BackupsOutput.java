package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.BackupRecords;
import dev.watchkeeper.app.reports.BackupSentences;
import dev.watchkeeper.app.reports.BackupWords;
import dev.watchkeeper.app.reports.BackupsDocument;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.catalog.CatalogProbe;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.report.Document;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What backups there are, and back to when one can go. */
final class BackupsOutput implements PaneOutput<Catalog> {
    private static final Duration NOTABLE_SKEW = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "backups";
    }

    @Override
    public boolean suits(Target target) {
        return target.endpoint().engine() == Engine.POSTGRESQL
                || target.endpoint().engine() == Engine.REDIS;
    }

    @Override
    public Probe<Catalog> probe(Workbench bench, Target target, List<Target> company) {
        return new CatalogProbe(bench.machines().catalog(target));
    }

    @Override
    public String sentence(Snapshot<Catalog> snapshot) {
        return BackupSentences.of(snapshot.value(), zone());
    }

    @Override
    public Optional<String> unseen(Snapshot<Catalog> snapshot) {
        List<String> troubles = snapshot.value().sources().stream()
                .flatMap(asked -> asked.trouble().stream())
                .map(Fault::sentence)
                .toList();
        return troubles.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", troubles));
    }

    /** Where no source could be read at all, nobody was told anything. */
    @Override
    public boolean tells(Snapshot<Catalog> snapshot) {
        Catalog catalog = snapshot.value();
        return !catalog.backups().isEmpty()
                || !catalog.archives().isEmpty()
                || catalog.sources().stream().anyMatch(asked -> asked.trouble().isEmpty());
    }

    @Override
    public List<Records> records(Snapshot<Catalog> snapshot) {
        return BackupRecords.of(snapshot.value());
    }

    @Override
    public List<Sheet> sheets(Snapshot<Catalog> snapshot) {
        Catalog catalog = snapshot.value();
        return List.of(backups(catalog), windows(catalog), gaps(catalog), policy(catalog), sources(catalog));
    }

    @Override
    public Document document(Snapshot<Catalog> snapshot, Origin origin) {
        return BackupsDocument.of(snapshot, origin);
    }

    private static ZoneId zone() {
        return ZoneId.systemDefault();
    }

    private static Sheet backups(Catalog catalog) {
        Sheet sheet = new Sheet("Backups")
                .text("backup")
                .text("engine")
                .text("kind")
                .text("database")
                .text("begun")
                .number("took")
                .number("size")
                .number("stored")
                .text("proof");
        for (Backup backup : catalog.backups()) {
            sheet.row(
                    Visible.of(backup.id()),
                    backup.source().engine().title(),
                    backup.kind().label(),
                    Visible.of(backup.database().orElse("")),
                    BackupWords.moment(backup.startedAt().or(backup::stoppedAt), zone()),
                    BackupWords.took(backup),
                    BackupWords.size(backup.sizeBytes()),
                    BackupWords.size(backup.repoBytes()),
                    Visible.oneLine(BackupWords.state(backup)));
        }
        return sheet;
    }

    private static Sheet windows(Catalog catalog) {
        Sheet sheet = new Sheet("Every second can be had")
                .text("from")
                .text("to")
                .number("timeline")
                .text("from")
                .text("where");
        catalog.windows()
                .forEach(window -> sheet.row(
                        BackupWords.moment(Optional.of(window.from()), zone()),
                        BackupWords.moment(Optional.of(window.to()), zone()),
                        Integer.toString(window.timeline()),
                        Visible.of(window.backup()),
                        Visible.of(window.place())));
        return sheet;
    }

    private static Sheet gaps(Catalog catalog) {
        Sheet sheet = new Sheet("WAL that is missing")
                .text("first segment")
                .number("segments")
                .text("after")
                .text("before")
                .text("where");
        catalog.archives()
                .forEach(archive -> archive.gaps()
                        .forEach(gap -> sheet.row(
                                gap.first(),
                                Sizes.count(gap.segments()),
                                BackupWords.moment(gap.after(), zone()),
                                BackupWords.moment(gap.before(), zone()),
                                Visible.of(archive.place()))));
        return sheet;
    }

    private static Sheet policy(Catalog catalog) {
        Sheet sheet = new Sheet("Policy").text("rule").text("is").text("detail");
        catalog.policy()
                .forEach(finding ->
                        sheet.row(finding.rule(), finding.status().label(), Visible.oneLine(finding.detail())));
        return sheet;
    }

    private static Sheet sources(Catalog catalog) {
        Sheet sheet = new Sheet("Read from")
                .text("host")
                .text("source")
                .text("tool")
                .number("free")
                .text("trouble");
        catalog.sources()
                .forEach(asked -> sheet.row(
                        asked.source().host(),
                        Visible.of(asked.source().title()),
                        asked.tool().orElse(""),
                        asked.freeBytes().map(Sizes::bytes).orElse(""),
                        Visible.oneLine(asked.trouble().map(Fault::sentence).orElse(skew(asked)))));
        return sheet;
    }

    private static String skew(Catalog.Asked asked) {
        Duration ahead = Duration.ofMillis(asked.aheadMillis().orElse(0L));
        if (ahead.abs().compareTo(NOTABLE_SKEW) < 0) {
            return "";
        }
        return "its clock is " + Spans.words(ahead.abs()) + (ahead.isNegative() ? " behind" : " ahead");
    }
}
