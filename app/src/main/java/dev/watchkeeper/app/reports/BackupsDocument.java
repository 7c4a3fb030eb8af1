package dev.watchkeeper.app.reports;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.Finding;
import dev.watchkeeper.backup.RecoveryWindow;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Cell;
import dev.watchkeeper.report.Column;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.Line;
import dev.watchkeeper.report.Tone;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A backup catalog for the ticket. */
public final class BackupsDocument {
    private BackupsDocument() {}

    /** The policy first, then the windows, the gaps, the backups, and what was asked. */
    public static Document of(Snapshot<Catalog> snapshot, Origin origin) {
        Catalog catalog = snapshot.value();
        ZoneId zone = origin.zone();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Policy"));
        blocks.add(new Block.Table(
                List.of(Column.text("Rule", 34), Column.badge("Is", 9), Column.text("Detail", 50)),
                lines(catalog.policy(), BackupsDocument::finding),
                "No rule applies"));
        blocks.add(new Block.Heading("Every second can be had"));
        blocks.add(new Block.Table(
                List.of(
                        Column.text("From", 18),
                        Column.text("To", 18),
                        Column.number("Timeline", "", 8),
                        Column.text("Begins with", 26),
                        Column.text("Where", 30)),
                lines(catalog.windows(), window -> window(window, zone)),
                "Not one second can be had from WAL"));
        List<Line> gaps = new ArrayList<>();
        catalog.archives().forEach(archive -> archive.gaps().forEach(gap -> gaps.add(gap(archive, gap, zone))));
        if (!gaps.isEmpty()) {
            blocks.add(new Block.Heading("WAL that is missing"));
            blocks.add(new Block.Table(gapColumns(), gaps, ""));
        }
        blocks.add(new Block.Heading("Backups", Sizes.count(catalog.backups().size())));
        blocks.add(new Block.Table(
                backupColumns(), lines(catalog.backups(), backup -> backup(backup, zone)), "No backup was found"));
        blocks.add(new Block.Heading("Read from"));
        blocks.add(new Block.Table(
                List.of(
                        Column.text("Host", 14),
                        Column.text("Source", 26),
                        Column.text("Tool", 16),
                        Column.number("Free", "", 9),
                        Column.text("Trouble", 35)),
                lines(catalog.sources(), BackupsDocument::asked),
                ""));
        return new Document(
                "Backups of " + origin.target().name(),
                Sentences.alone(BackupSentences.of(catalog, zone)),
                origin.cover(snapshot),
                blocks);
    }

    private interface Lined<T> {
        Line line(T one);
    }

    private static <T> List<Line> lines(List<T> all, Lined<T> lined) {
        return all.stream().map(lined::line).toList();
    }

    private static Line finding(Finding finding) {
        return Line.Row.of(
                Cell.of(finding.rule()),
                Cell.of(finding.status().label(), tone(finding.status())),
                Cell.of(finding.detail()));
    }

    private static Line window(RecoveryWindow window, ZoneId zone) {
        return Line.Row.of(
                Cell.of(BackupWords.moment(Optional.of(window.from()), zone)),
                Cell.of(BackupWords.moment(Optional.of(window.to()), zone)),
                Cell.of(Integer.toString(window.timeline())),
                Cell.of(window.backup()),
                Cell.of(window.place()));
    }

    private static List<Column> gapColumns() {
        return List.of(
                Column.text("First segment", 26),
                Column.number("Segments", "", 9),
                Column.text("After", 18),
                Column.text("Before", 18),
                Column.text("Where", 29));
    }

    private static Line gap(WalArchive archive, WalArchive.Gap gap, ZoneId zone) {
        return Line.Row.of(
                Cell.of(gap.first()),
                Cell.of(Sizes.count(gap.segments()), Tone.RED),
                Cell.of(BackupWords.moment(gap.after(), zone)),
                Cell.of(BackupWords.moment(gap.before(), zone)),
                Cell.of(archive.place()));
    }

    private static List<Column> backupColumns() {
        return List.of(
                Column.text("Backup", 28),
                Column.text("Engine", 12),
                Column.text("Kind", 9),
                Column.text("Begun", 17),
                Column.number("Took", "", 9),
                Column.number("Stored", "", 9),
                Column.text("Proof", 16));
    }

    private static Line backup(Backup backup, ZoneId zone) {
        boolean bad = backup.error().isPresent()
                || backup.proof().map(proof -> !proof.good()).orElse(false);
        return Line.Row.of(
                Cell.of(backup.id()),
                Cell.of(backup.source().engine().title()),
                Cell.of(backup.kind().label()),
                Cell.of(BackupWords.moment(backup.startedAt().or(backup::stoppedAt), zone)),
                Cell.of(BackupWords.took(backup)),
                Cell.of(BackupWords.size(backup.repoBytes())),
                Cell.of(BackupWords.state(backup), bad ? Tone.RED : Tone.PLAIN));
    }

    private static Line asked(Catalog.Asked asked) {
        return Line.Row.of(
                Cell.of(asked.source().host()),
                Cell.of(asked.source().title()),
                Cell.of(asked.tool().orElse("")),
                Cell.of(asked.freeBytes().map(Sizes::bytes).orElse("")),
                Cell.of(asked.trouble().map(Fault::sentence).orElse("")));
    }

    private static Tone tone(Finding.Status status) {
        return switch (status) {
            case FINE -> Tone.GREEN;
            case SHORT -> Tone.AMBER;
            case BROKEN -> Tone.RED;
            case UNKNOWN -> Tone.PLAIN;
        };
    }
}
