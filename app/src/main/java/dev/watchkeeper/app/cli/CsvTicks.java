package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.CsvRecords;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;

/** The rows of all targets and ticks under one head. What fails is told beside the output only. */
final class CsvTicks extends TickWriter {
    private final CsvRecords records;

    CsvTicks(Console console) {
        super(console);
        this.records = new CsvRecords(console.out());
    }

    @Override
    <S> void write(PrintWriter out, PaneOutput<S> output, Target target, Snapshot<S> snapshot) throws IOException {
        tellUnseen(output, target, snapshot);
        records.add(target.name(), snapshot.takenAt(), output.records(snapshot));
    }

    @Override
    void write(PrintWriter out, PaneOutput<?> output, Target target, Instant at, Fault fault) {
        // a row of data has no place for it
    }
}
