package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.controls.Sentence;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.chart.Mark;
import dev.watchkeeper.app.reports.RedisQuerySentences;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.redis.commandstats.CommandHistory;
import dev.watchkeeper.redis.commandstats.CommandWork;
import dev.watchkeeper.redis.slowlog.Queries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Makes of each snapshot, and of those before it, what the view shows. Thread-safe. */
final class Digest {
    private static final Duration REMEMBERED = Duration.ofMinutes(16);

    /** Of a shorter time nothing is told: this console's own questions would be most of it. */
    private static final Duration TELLING = Duration.ofSeconds(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final CommandHistory history = new CommandHistory(REMEMBERED);
    private final Strata strata = new Strata();
    private Optional<Snapshot<Queries>> last = Optional.empty();
    private Stretch stretch = Stretch.MINUTE;
    private Optional<Interval> swept = Optional.empty();

    /** What the poller brought. */
    QueriesModel take(Snapshot<Queries> snapshot) {
        lock.lock();
        try {
            last = Optional.of(snapshot);
            history.add(snapshot.value().commands());
            return model(snapshot);
        } finally {
            lock.unlock();
        }
    }

    /** The last snapshot once more, for another stretch; empty before the first one. */
    Optional<QueriesModel> again(Stretch newStretch, Optional<Interval> newSwept) {
        lock.lock();
        try {
            stretch = newStretch;
            swept = newSwept;
            return last.map(this::model);
        } finally {
            lock.unlock();
        }
    }

    private QueriesModel model(Snapshot<Queries> snapshot) {
        CommandWork all = CommandWork.sinceStart(snapshot.value().commands());
        CommandWork minute = history.last(Stretch.MINUTE.length())
                .filter(work -> work.length().compareTo(TELLING) >= 0)
                .orElse(all);
        List<CommandWork> steps = history.steps();
        strata.choose(steps);
        return new QueriesModel(
                snapshot,
                minute,
                chosen(all, minute),
                all.from(),
                strata.time(steps),
                strata.calls(steps),
                Strata.hits(steps),
                marks());
    }

    private CommandWork chosen(CommandWork all, CommandWork minute) {
        if (swept.isPresent()) {
            Interval interval = swept.get();
            return history.during(interval.from(), interval.to()).orElse(minute);
        }
        return switch (stretch) {
            case MINUTE -> minute;
            case QUARTER_HOUR -> history.last(stretch.length()).orElse(all);
            case SINCE_START -> all;
        };
    }

    private List<Mark> marks() {
        return history.interruption().stream()
                .map(one -> new Mark(one.at(), Sentence.begin(RedisQuerySentences.words(one)), Tone.AMBER))
                .toList();
    }
}
