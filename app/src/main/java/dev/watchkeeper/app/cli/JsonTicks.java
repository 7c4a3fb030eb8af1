package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;

/** One JSON object a line. */
final class JsonTicks extends TickWriter {

    JsonTicks(Console console) {
        super(console);
    }

    @Override
    <S> void write(PrintWriter out, PaneOutput<S> output, Target target, Snapshot<S> snapshot) throws IOException {
        tellUnseen(output, target, snapshot);
        JsonRecords.write(out, output.name(), target.name(), snapshot, output.records(snapshot));
        out.write('\n');
    }

    @Override
    void write(PrintWriter out, PaneOutput<?> output, Target target, Instant at, Fault fault) throws IOException {
        JsonRecords.write(out, output.name(), target.name(), at, fault);
        out.write('\n');
    }
}
