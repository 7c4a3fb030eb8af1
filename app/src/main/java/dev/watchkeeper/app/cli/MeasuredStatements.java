package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.StatementsShown;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.workload.Workload;
import dev.watchkeeper.postgres.statements.StatementTally;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What statements do over a while from now on: an answer takes as long as is measured. The next one goes on where the last
 * ended, so that no call is lost between two.
 */
final class MeasuredStatements implements Probe<StatementsShown> {
    private final Probe<StatementTally> probe;
    private final Stretch stretch;
    /** Nobody counts it down: it is only waited for. */
    private final CountDownLatch never = new CountDownLatch(1);

    private boolean begun;
    private long lastAt;

    MeasuredStatements(Probe<StatementTally> probe, Stretch stretch) {
        this.probe = probe;
        this.stretch = stretch;
    }

    @Override
    public String name() {
        return probe.name();
    }

    @Override
    public Snapshot<StatementsShown> read() throws FaultException {
        Cost first = begun ? Cost.NONE : ask().cost();
        begun = true;
        await(stretch.measured().minusNanos(System.nanoTime() - lastAt));
        Snapshot<StatementTally> tally = ask();
        Optional<Workload> workload = tally.value().workload();
        StatementsShown shown = new StatementsShown(
                workload.orElseGet(() -> new Workload(tally.takenAt(), tally.takenAt(), List.of(), List.of())),
                tally.value().texts(),
                Optional.empty(),
                Optional.of(tally.value().coverage()),
                stretch.rows());
        return new Snapshot<>(shown, tally.takenAt(), tally.version(), first.plus(tally.cost()));
    }

    private Snapshot<StatementTally> ask() throws FaultException {
        Snapshot<StatementTally> tally = probe.read();
        lastAt = System.nanoTime();
        return tally;
    }

    private void await(Duration span) throws FaultException {
        try {
            if (span.isPositive() && never.await(span.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("nobody ends a measurement");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(FaultKind.FAILED, "the measurement was broken off", "");
        }
    }
}
