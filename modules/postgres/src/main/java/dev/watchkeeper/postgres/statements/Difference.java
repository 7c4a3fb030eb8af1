package dev.watchkeeper.postgres.statements;

import dev.watchkeeper.kernel.workload.Interruption;
import dev.watchkeeper.kernel.workload.Interruption.Kind;
import dev.watchkeeper.kernel.workload.StatementFigures;
import dev.watchkeeper.kernel.workload.StatementUse;
import dev.watchkeeper.kernel.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was counted between two readings. What is not certain to have happened in between is left out, never guessed:
 *
 * <ul>
 *   <li>A reading lists every entry that was ever executed. So one that is new has counted all it has since the reading
 *       before, unless the server was started again or the role sees more than it did.
 *   <li>An entry that began anew (its {@code stats_since} is another one; before 1.11 of the extension: a counter fell, or
 *       all were reset in between) was thrown out or reset, and has counted all it has since.
 *   <li>After a start the counters may come from the file of a clean stop, be gone, or be another server's. Those with the
 *       same {@code stats_since} (before 1.11: with the same, known reset) go on; those that began after the reading before
 *       are new; the rest only serves the next reading.
 * </ul>
 */
final class Difference {
    private final Reading before;
    private final Reading now;
    private final boolean sameRun;
    private boolean lost;

    private Difference(Reading before, Reading now) {
        this.before = before;
        this.now = now;
        this.sameRun = before.begin().started().equals(now.begin().started());
    }

    /**
     * The workload in between.
     *
     * @param passed by the workstation's clock that only goes forward; stands in if the server's was set back
     */
    static Workload between(Reading before, Reading now, Duration passed) {
        return new Difference(before, now).workload(passed);
    }

    private Workload workload(Duration passed) {
        List<StatementUse> uses = new ArrayList<>();
        for (Map.Entry<Entry, Count> one : now.entries().entrySet()) {
            StatementFigures done = added(before.entries().get(one.getKey()), one.getValue());
            if (done.calls() > 0) {
                uses.add(new StatementUse(one.getValue().id(), done));
            }
        }
        lost |= before.entries().keySet().stream()
                .anyMatch(entry -> !now.entries().containsKey(entry));
        Instant to = now.begin().at();
        boolean wentBack = !to.isAfter(before.begin().at());
        Instant from = wentBack ? to.minus(passed) : before.begin().at();
        return new Workload(from, to, uses, interruptions(wentBack));
    }

    private StatementFigures added(@Nullable Count earlier, Count count) {
        if (earlier == null) {
            return isNew(count) ? count.sums() : StatementFigures.NONE;
        }
        if (earlier.equals(count)) {
            return StatementFigures.NONE;
        }
        if (sameRun) {
            boolean anew = beganAnew(earlier, count);
            lost |= anew;
            return anew ? count.sums() : count.sums().since(earlier.sums());
        }
        if (goesOn(earlier, count)) {
            return count.sums().since(earlier.sums());
        }
        return beganSince(count) ? count.sums() : StatementFigures.NONE;
    }

    private boolean isNew(Count count) {
        return sameRun ? before.begin().seesAll() == now.begin().seesAll() : beganSince(count);
    }

    private boolean beganAnew(Count earlier, Count count) {
        boolean otherBeginning = earlier.since() != null
                && count.since() != null
                && !earlier.since().equals(count.since());
        return otherBeginning
                || count.fellBelow(earlier)
                || now.begin().reset().isAfter(before.end().at());
    }

    private boolean goesOn(Count earlier, Count count) {
        boolean told = earlier.since() != null && count.since() != null;
        boolean same = told ? Objects.equals(earlier.since(), count.since()) : sameKnownReset();
        return same && !count.fellBelow(earlier);
    }

    private boolean sameKnownReset() {
        Instant reset = before.begin().reset();
        return reset.isAfter(Counting.NEVER) && reset.equals(now.begin().reset());
    }

    private boolean beganSince(Count count) {
        return count.since() != null && count.since().isAfter(before.end().at());
    }

    private List<Interruption> interruptions(boolean wentBack) {
        List<Interruption> found = new ArrayList<>();
        if (wentBack) {
            found.add(new Interruption(Kind.UNSEEN, now.begin().at()));
        }
        if (!sameRun) {
            found.add(new Interruption(Kind.RESTART, now.begin().started()));
        } else {
            counters(found);
        }
        found.sort(Comparator.comparing(Interruption::at));
        return found;
    }

    /** What happened to the counters while the server ran. */
    private void counters(List<Interruption> found) {
        Instant noticed = now.begin().at();
        boolean reset = !before.end().reset().equals(now.end().reset());
        if (reset) {
            Instant at = now.end().reset();
            found.add(new Interruption(Kind.RESET, at.isAfter(noticed) ? noticed : at));
            return;
        }
        if (now.end().dealloc() > before.end().dealloc()) {
            found.add(new Interruption(Kind.EVICTION, noticed));
        } else if (lost && now.end().dealloc() == before.begin().dealloc()) {
            found.add(new Interruption(Kind.RESET, noticed));
        }
    }
}
