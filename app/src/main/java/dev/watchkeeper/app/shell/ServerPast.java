package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.overtime.Past;
import dev.watchkeeper.app.recording.Pace;
import dev.watchkeeper.app.recording.Recording;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.history.HistoryReader;
import dev.watchkeeper.history.Lease;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.target.Target;
import java.time.Instant;
import java.util.Optional;

/** What the workbench's history knows of one server. */
record ServerPast(Workbench bench, Target of) implements Past {
    @Override
    public String target() {
        return of.name();
    }

    @Override
    public HistoryReader history() {
        bench.settleHistory();
        return bench.history();
    }

    @Override
    public Optional<Fault> fault() {
        return bench.historyFault();
    }

    @Override
    public Optional<Lease> otherRecorder() {
        return bench.otherRecorder(of);
    }

    @Override
    public Optional<Instant> since() {
        return bench.recorder().record(of, Pace.DEFAULT).map(Recording::since);
    }
}
