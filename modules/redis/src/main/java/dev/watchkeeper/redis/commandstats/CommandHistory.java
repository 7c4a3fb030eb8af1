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
        return readings.isEmpty()
                ? Optional.empty()
                : during(
                        readings.getLast().at().minus(length),
                        readings.getLast().at());
    }

    /** What was done between the looks that are nearest before these moments; empty if no two looks were. */
    public Optional<CommandWork> during(Instant from, Instant to) {
        if (readings.size() < 2) {
            return Optional.empty();
        }
        CommandReading first = newestBefore(from).orElseGet(readings::getFirst);
        CommandReading last = newestBefore(to).orElseGet(readings::getFirst);
        if (first.equals(last)) {
            return Optional.empty();
        }
        CommandWork work = CommandWork.between(first, last);
        List<Interruption> marks =
                interrupted.filter(one -> !one.at().isBefore(from)).stream().toList();
        return Optional.of(new CommandWork(work.from(), work.to(), work.uses(), work.totals(), marks));
    }

    private Optional<CommandReading> newestBefore(Instant moment) {
        Iterator<CommandReading> backwards = readings.descendingIterator();
        while (backwards.hasNext()) {
            CommandReading one = backwards.next();
            if (!one.at().isAfter(moment)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** Why nothing is known of the time before the first look that is remembered; empty if that is not by a restart or reset. */
    public Optional<Interruption> interruption() {
        return interrupted;
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
