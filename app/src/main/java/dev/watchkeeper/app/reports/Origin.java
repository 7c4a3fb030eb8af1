package dev.watchkeeper.app.reports;

import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.report.Cover;
import dev.watchkeeper.report.Source;
import java.time.ZoneId;
import java.util.List;

/**
 * Where a document comes from.
 *
 * @param filter what was left out, in words; empty if nothing was
 * @param zone of the reader
 * @param madeBy the person at the workstation
 */
public record Origin(Target target, String filter, ZoneId zone, String madeBy) {
    /** Of the whole pane, made here. */
    public static Origin of(Target target, Surroundings surroundings) {
        return new Origin(target, "", surroundings.zone(), surroundings.user());
    }

    /** The same of a part. */
    public Origin filtered(String words) {
        return new Origin(target, words, zone, madeBy);
    }

    Cover cover(Snapshot<?> snapshot) {
        Source source = new Source(
                target.name(),
                target.environment(),
                target.endpoint().where(),
                target.endpoint().engine().title() + " " + snapshot.version());
        return new Cover(List.of(source), snapshot.takenAt(), zone, filter, madeBy);
    }
}
