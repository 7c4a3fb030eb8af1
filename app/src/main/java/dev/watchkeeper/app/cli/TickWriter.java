package dev.watchkeeper.app.cli;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Spans;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Writes ticks as they come, whole and one after the other, and flushes each. Thread-safe. */
abstract class TickWriter {
    private final Console console;
    /** Those of which it was said what is not to be seen. */
    private final Set<Target> told = new HashSet<>();

    TickWriter(Console console) {
        this.console = console;
    }

    static TickWriter of(Format format, Console console) {
        return switch (format) {
            case JSON -> new JsonTicks(console);
            case CSV -> new CsvTicks(console);
            case TABLE -> new TableTicks(console);
        };
    }

    /** Writes one answer; false if nobody reads it any more. */
    final synchronized <S> boolean fresh(PaneOutput<S> output, Target target, Snapshot<S> snapshot) {
        try {
            write(console.out(), output, target, snapshot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return !console.out().checkError();
    }

    /** Says once for each target beside the output what its rows don't tell; for formats that have no place for it. */
    final <S> void tellUnseen(PaneOutput<S> output, Target target, Snapshot<S> snapshot) {
        output.unseen(snapshot)
                .filter(words -> told.add(target))
                .ifPresent(words -> console.note(Visible.of(target.name() + ": " + words)));
    }

    /** Writes one failed tick; false as above. */
    final synchronized boolean failed(PaneOutput<?> output, Target target, Instant at, Fault fault) {
        try {
            write(console.out(), output, target, at, fault);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return !console.out().checkError();
    }

    /** Says beside the output that a target begins to fail. */
    final synchronized void begins(Target target, Fault fault) {
        console.complain(Visible.of(target.name() + ": " + fault.sentence()));
    }

    /** Says beside the output that it answers again. */
    final synchronized void wellAgain(Target target, Duration after) {
        console.complain(Visible.of(target.name() + ": well again after " + Spans.words(after)));
    }

    abstract <S> void write(PrintWriter out, PaneOutput<S> output, Target target, Snapshot<S> snapshot)
            throws IOException;

    abstract void write(PrintWriter out, PaneOutput<?> output, Target target, Instant at, Fault fault)
            throws IOException;
}
