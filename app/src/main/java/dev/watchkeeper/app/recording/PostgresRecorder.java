package dev.watchkeeper.app.recording;

import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.HistoryEvent;
import dev.watchkeeper.history.KeptPlan;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Point;
import dev.watchkeeper.kernel.activity.ActivitySample;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.Workload;
import dev.watchkeeper.postgres.activity.ActivityProbe;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.locks.LocksProbe;
import dev.watchkeeper.postgres.pulse.IndexName;
import dev.watchkeeper.postgres.pulse.IndexesProbe;
import dev.watchkeeper.postgres.pulse.Pulse;
import dev.watchkeeper.postgres.pulse.PulseProbe;
import dev.watchkeeper.postgres.pulse.SizesProbe;
import dev.watchkeeper.postgres.statements.StatementTally;
import dev.watchkeeper.postgres.statements.StatementsProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Records a PostgreSQL server. Each probe's answers come one after the other, on its own thread. */
final class PostgresRecorder {
    private final String name;
    private final PostgresServer server;
    private final Consumer<Batch> history;
    private final PulsePoints points = new PulsePoints();
    private final ServerEvents events = new ServerEvents();
    private final SchemaWatch schema = new SchemaWatch();
    private final SessionPoints sessions = new SessionPoints();
    private final PlanKeeper plans;
    private final PlanWatch planWatch = new PlanWatch();
    private Instant countedAt = Instant.EPOCH;

    PostgresRecorder(String name, PostgresServer server, Consumer<Batch> history) {
        this.name = name;
        this.server = server;
        this.history = history;
        this.plans = new PlanKeeper(server);
    }

    void start(Recording recording, Pace pace) {
        recording.ask(
                new ActivityProbe(server),
                pace.activity(),
                fresh -> activity(fresh.snapshot().value(), pace.every()));
        recording.ask(
                new StatementsProbe(server),
                pace.every(),
                fresh -> statements(fresh.snapshot().value()));
        recording.ask(
                new LocksProbe(server),
                pace.every(),
                fresh -> keep(batch().withPoints(LockPoints.of(fresh.snapshot()))));
        recording.ask(
                new PulseProbe(server),
                pace.every(),
                fresh -> pulse(fresh.snapshot().value()));
        recording.ask(new IndexesProbe(server), pace.schema(), fresh -> schema(fresh.snapshot()));
        recording.ask(new SizesProbe(server), pace.sizes(), fresh -> keep(batch().withPoints(sizes(fresh.snapshot()))));
    }

    /** The states are counted less often than who waits for what is sampled. */
    private void activity(ActivitySample sample, Duration every) {
        Batch batch = batch().withActivity(List.of(sample));
        if (Duration.between(countedAt, sample.at()).abs().compareTo(every) >= 0) {
            countedAt = sample.at();
            batch = batch.withPoints(sessions.of(sample));
        }
        keep(batch);
    }

    private void statements(StatementTally tally) {
        tally.workload().ifPresent(workload -> {
            keep(batch().withWorkload(workload, tally.texts()).withEvents(interruptions(workload)));
            plans(plans.look(workload, tally.texts()), tally.texts());
        });
    }

    private void plans(List<KeptPlan> seen, Map<QueryRef, String> texts) {
        if (!seen.isEmpty()) {
            keep(batch().withPlans(seen).withEvents(planWatch.of(seen, texts)));
        }
    }

    private static List<HistoryEvent> interruptions(Workload workload) {
        return workload.interruptions().stream()
                .map(ServerEvents::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private void pulse(Pulse pulse) {
        keep(batch().withPoints(points.of(pulse)).withEvents(events.of(pulse)));
    }

    private void schema(Snapshot<Map<Long, IndexName>> indexes) {
        List<HistoryEvent> changes = schema.of(indexes.value(), indexes.takenAt());
        if (!changes.isEmpty()) {
            plans.forgetPlans();
            keep(batch().withEvents(changes));
        }
    }

    private static List<Point> sizes(Snapshot<Map<String, Long>> sizes) {
        List<Point> points = new ArrayList<>();
        sizes.value()
                .forEach((database, bytes) ->
                        points.add(new Point(Metric.DATABASE_SIZE, database, sizes.takenAt(), bytes)));
        return points;
    }

    private Batch batch() {
        return Batch.of(name);
    }

    private void keep(Batch batch) {
        history.accept(batch);
    }
}
