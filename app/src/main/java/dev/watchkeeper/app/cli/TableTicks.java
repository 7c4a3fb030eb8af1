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
final class TableTicks extends TickWriter {
    private final OptionalInt width;
    private boolean first = true;

    TableTicks(Console console) {
        super(console);
        this.width = console.width();
    }

    @Override
    <S> void write(PrintWriter out, PaneOutput<S> output, Target target, Snapshot<S> snapshot) {
        apart(out);
        out.println(Visible.of(target.name()) + ": " + output.sentence(snapshot));
        out.println(String.format(
                Locale.ROOT,
                "%s, taken at %s, cost the server %.1f ms and %s",
                (target.endpoint().engine().title() + " " + snapshot.version()).strip(),
                snapshot.takenAt(),
                snapshot.cost().serverMillis(),
                Sizes.bytes(snapshot.cost().bytes())));
        for (Sheet sheet : output.sheets(snapshot)) {
            if (!sheet.rows().isEmpty()) {
                if (!sheet.title().isEmpty()) {
                    out.println();
                    out.println(sheet.title());
                }
                new TextTable(sheet).lines(width).forEach(out::println);
            }
        }
    }

    @Override
    void write(PrintWriter out, PaneOutput<?> output, Target target, Instant at, Fault fault) {
        // it is told beside the output when it begins
    }

    private void apart(PrintWriter out) {
        if (!first) {
            out.println();
        }
        first = false;
    }
}
