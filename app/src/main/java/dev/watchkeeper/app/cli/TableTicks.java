package dev.watchkeeper.app.cli;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalInt;

/** A sentence, and a table below it. */
final class TableTicks<S> extends TickWriter<S> {
    private final PaneOutput<S> output;
    private final OptionalInt width;
    private boolean first = true;

    TableTicks(Console console, PaneOutput<S> output) {
        super(console);
        this.output = output;
        this.width = console.width();
    }

    @Override
    void write(PrintWriter out, Target target, Snapshot<S> snapshot) {
        apart(out);
        out.println(Visible.of(target.name()) + ": " + output.sentence(snapshot));
        out.println(String.format(
                Locale.ROOT,
                "PostgreSQL %s, taken at %s, cost the server %.1f ms and %s",
                snapshot.version(),
                snapshot.takenAt(),
                snapshot.cost().serverMillis(),
                Sizes.bytes(snapshot.cost().bytes())));
        Sheet sheet = output.sheet(snapshot);
        if (!sheet.rows().isEmpty()) {
            new TextTable(sheet).lines(width).forEach(out::println);
        }
    }

    @Override
    void write(PrintWriter out, Target target, Instant at, Fault fault) {
        // it is told beside the output when it begins
    }

    private void apart(PrintWriter out) {
        if (!first) {
            out.println();
        }
        first = false;
    }
}
