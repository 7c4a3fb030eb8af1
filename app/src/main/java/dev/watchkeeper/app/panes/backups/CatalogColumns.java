package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.table.LiveColumn;
import dev.watchkeeper.app.controls.table.LiveColumn.Look;
import dev.watchkeeper.app.panes.backups.picture.State;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of the catalog. */
final class CatalogColumns {
    private CatalogColumns() {}

    static List<LiveColumn<BackupLine>> all() {
        return List.of(
                LiveColumn.<BackupLine>of("Backup", 256, Look.CODE, BackupLine::name)
                        .by(line -> line.backup().id())
                        .whole(line -> line.backup().id())
                        .growing(),
                LiveColumn.<BackupLine>of(
                                "Engine",
                                112,
                                Look.TEXT,
                                line -> line.backup().source().engine().title())
                        .yields(4),
                LiveColumn.of("Kind", 78, Look.TEXT, CatalogColumns::kind),
                LiveColumn.<BackupLine>of(
                                "Database",
                                96,
                                Look.TEXT,
                                line -> line.backup().database().orElse(""))
                        .yields(1),
                LiveColumn.of("Begun", 104, Look.TEXT, CatalogColumns::begun).by(CatalogColumns::begin),
                number("Took", 74, line -> BackupWords.took(line.backup(), "—"))
                        .by(line -> BackupWords.took(line.backup()).orElse(null))
                        .yields(3),
                number("Size", 72, line -> BackupWords.size(line.backup().sizeBytes()))
                        .by(line -> value(line.backup().sizeBytes())),
                number("Stored", 72, line -> BackupWords.size(line.backup().repoBytes()))
                        .by(line -> value(line.backup().repoBytes()))
                        .yields(5),
                LiveColumn.<BackupLine>of(
                                "Where", 180, Look.QUIET, line -> line.backup().place())
                        .hiddenAtFirst(),
                LiveColumn.of("Proof", 158, Look.BADGE, CatalogColumns::proof)
                        .toned(line -> line.stale() ? Tone.NEUTRAL : BackupWords.tone(line.backup(), line.times()))
                        .whole(line -> BackupWords.proof(line.backup(), line.times())));
    }

    private static LiveColumn<BackupLine> number(String title, double width, Function<BackupLine, String> text) {
        return LiveColumn.of(title, width, Look.NUMBER, text);
    }

    /** {@code full +23}: so many build on it, and are not shown. */
    private static String kind(BackupLine line) {
        String kind = BackupWords.kind(line.backup());
        return line.fold() == BackupLine.Fold.CLOSED ? kind + " +" + line.builders() : kind;
    }

    private static String begun(BackupLine line) {
        Instant at = begin(line);
        return at == null ? "—" : line.times().minute(at);
    }

    private static @Nullable Instant begin(BackupLine line) {
        return line.backup().startedAt().or(line.backup()::stoppedAt).orElse(null);
    }

    private static @Nullable Long value(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    /** What could not be looked at this time says so, unless it was bad already. */
    private static String proof(BackupLine line) {
        boolean good = State.of(line.backup(), line.times().now()) == State.GOOD;
        return line.stale() && good
                ? "not seen this time"
                : BackupWords.brief(BackupWords.proof(line.backup(), line.times()));
    }
}
