package dev.watchkeeper.app.panes.backups.timeline;

import dev.watchkeeper.app.panes.backups.picture.Lane;
import dev.watchkeeper.app.panes.backups.picture.State;
import dev.watchkeeper.app.reports.Times;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.util.List;

/** What is told of the thing below the pointer. */
final class HoverWords {
    private HoverWords() {}

    /** {@code 2 segments missing}; of several that are drawn as one how many there are. */
    static String gap(List<Lane.Bar> gaps) {
        return gaps.size() == 1 ? gaps.getFirst().words() : gaps.size() + " gaps";
    }

    static String bars(List<Lane.Bar> bars, Times times) {
        Lane.Bar first = bars.getFirst();
        String words = first.gap() ? gap(bars) : first.words();
        return words + "\n" + times.second(first.from()) + " to "
                + times.second(bars.getLast().to());
    }

    static String marks(List<Lane.Mark> marks, Times times) {
        return marks.size() == 1 ? one(marks.getFirst(), times) : many(marks, times);
    }

    private static String one(Lane.Mark mark, Times times) {
        Backup backup = mark.backup();
        String took = mark.to().isAfter(mark.from())
                ? ", " + (mark.state() == State.RUNNING ? "running for " : "took ")
                        + Spans.words(Duration.between(mark.from(), mark.to()))
                : "";
        String size = backup.repoBytes().isPresent()
                ? ", " + Sizes.bytes(backup.repoBytes().getAsLong())
                : "";
        String failed = mark.state() == State.FAILED
                ? "\nCan't be used: "
                        + backup.error()
                                .or(() -> backup.proof().map(proof -> proof.how() + " found it broken"))
                                .orElse("")
                : "";
        return backup.id() + "\n" + times.minute(mark.from()) + took + size + failed;
    }

    private static String many(List<Lane.Mark> marks, Times times) {
        long failed =
                marks.stream().filter(mark -> mark.state() == State.FAILED).count();
        return Sizes.of(marks.size(), "backup", "backups")
                + (failed > 0 ? " that can't be used" : "") + "\n"
                + times.minute(marks.getFirst().from()) + " to "
                + times.minute(marks.getLast().from());
    }
}
