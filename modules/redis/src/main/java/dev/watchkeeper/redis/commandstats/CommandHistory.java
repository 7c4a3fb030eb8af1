package dev.watchkeeper.redis.commandstats;

import dev.watchkeeper.kernel.workload.Interruption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The last looks at the counters, from which any interval between two of them can be told. Used by one thread. */
public final class CommandHistory {
    private final Duration remembered;
    private final Deque<CommandReading> readings = new ArrayDeque<>();
    private Optional<Interruption> interrupted = Optional.empty();

    public CommandHistory(Duration remembered) {
        this.remembered = remembered;
    }

    /** Takes note of a new look. What was before a restart, or before counters were set to zero, is forgotten. */
    public void add(CommandReading reading) {
        if (!readings.isEmpty()) {
            if (!reading.at().isAfter(readings.getLast().at())
                    && reading.runId().equals(readings.getLast().runId())) {
                return;
            }
            Optional<Interruption> one = CommandWork.interruption(readings.getLast(), reading);
            if (one.isPresent()) {
                interrupted = one;
                readings.clear();
            }
        }
        readings.add(reading);
        Instant limit = reading.at().minus(remembered);
        while (readings.size() > 2 && readings.getFirst().at().isBefore(limit)) {
            readings.removeFirst();
        }
    }

    /** What was done in the last stretch of this length, as far as it is known; empty before the second look. */
    public Optional<CommandWork> last(Duration length) {
        if (readings.size() < 2) {
            return Optional.empty();
        }
        CommandReading newest = readings.getLast();
        Instant limit = newest.at().minus(length);
        CommandReading first = readings.getFirst();
        Iterator<CommandReading> backwards = readings.descendingIterator();
        backwards.next();
        while (backwards.hasNext()) {
            CommandReading one = backwards.next();
            if (!one.at().isAfter(limit)) {
                first = one;
                break;
            }
        }
        CommandWork work = CommandWork.between(first, newest);
        List<Interruption> marks =
                interrupted.filter(one -> !one.at().isBefore(limit)).stream().toList();
        return Optional.of(new CommandWork(work.from(), work.to(), work.uses(), work.totals(), marks));
    }

    /** All that was done since the server was started, or since its counters were set to zero; empty before the first look. */
    public Optional<CommandWork> sinceStart() {
        return readings.isEmpty() ? Optional.empty() : Optional.of(CommandWork.sinceStart(readings.getLast()));
    }

    /** From look to look, the oldest first. */
    public List<CommandWork> steps() {
        List<CommandWork> steps = new ArrayList<>();
        CommandReading before = null;
        for (CommandReading one : readings) {
            if (before != null) {
                steps.add(CommandWork.between(before, one));
            }
            before = one;
        }
        return steps;
    }
}
