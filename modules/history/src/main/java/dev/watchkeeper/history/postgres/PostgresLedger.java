package dev.watchkeeper.history.postgres;

import dev.watchkeeper.history.frame.ActivityFrame;
import dev.watchkeeper.history.frame.FrameArrays;
import dev.watchkeeper.history.frame.Grain;
import dev.watchkeeper.history.frame.PointFrame;
import dev.watchkeeper.history.frame.PointSum;
import dev.watchkeeper.history.jdbc.JdbcLedger;
import dev.watchkeeper.history.jdbc.NameCaches;
import dev.watchkeeper.history.jdbc.Session;
import dev.watchkeeper.history.store.Shelf;
import dev.watchkeeper.history.store.StepShelf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transaction on the shared store. */
final class PostgresLedger extends JdbcLedger {
    private final Session session;
    private final Partitions partitions;
    private final Shelf<ActivityFrame> activity;
    private final Shelf<PointFrame> points;
    private final StepShelf steps;

    PostgresLedger(Session session, NameCaches caches, KnownPartitions known, Clock clock) {
        super(session, caches, clock);
        this.session = session;
        this.partitions = new Partitions(session, known);
        this.activity = new PostgresShelf<>(session, partitions, "activity", new OfActivity());
        this.points = new PostgresShelf<>(session, partitions, "point", new OfPoints());
        this.steps = new PostgresSteps(session, partitions);
    }

    /** The server's: each console's clock is another one. */
    @Override
    protected Instant now() throws SQLException {
        return session.first("now", row -> session.instant(row, 1))
                .orElseThrow(() -> new SQLException("the server doesn't know the time"));
    }

    @Override
    public void committed() {
        super.committed();
        partitions.committed();
    }

    /** Makes partitions for what comes next, so that writing does not have to wait for the table. */
    void lookAhead(Instant now) throws SQLException {
        for (String kind : List.of("activity", "point", "step")) {
            for (Grain grain : Grain.values()) {
                partitions.need(kind, grain, now.toEpochMilli());
                partitions.need(kind, grain, now.toEpochMilli() + Partitions.length(grain));
            }
        }
    }

    @Override
    public Shelf<ActivityFrame> activity() {
        return activity;
    }

    @Override
    public Shelf<PointFrame> points() {
        return points;
    }

    @Override
    public StepShelf steps() {
        return steps;
    }

    private static final class OfActivity implements PostgresShelf.Cells<ActivityFrame> {
        @Override
        public List<@Nullable Object> of(ActivityFrame frame, Arrays arrays) throws SQLException {
            return List.of(
                    frame.samples(),
                    arrays.ints(FrameArrays.keys(frame.sessions())),
                    arrays.longs(FrameArrays.counts(frame.sessions())));
        }

        @Override
        public ActivityFrame read(ResultSet row, long at) throws SQLException {
            return new ActivityFrame(at, row.getLong(2), FrameArrays.counts(Arrays.ints(row, 3), Arrays.longs(row, 4)));
        }
    }

    private static final class OfPoints implements PostgresShelf.Cells<PointFrame> {
        @Override
        public List<@Nullable Object> of(PointFrame frame, Arrays arrays) throws SQLException {
            return List.of(
                    arrays.ints(frame.points().keySet()),
                    arrays.longs(frame.points().values().stream()
                            .map(PointSum::samples)
                            .toList()),
                    arrays.reals(FrameArrays.reals(frame.points(), PointSum::sum)),
                    arrays.reals(FrameArrays.reals(frame.points(), PointSum::min)),
                    arrays.reals(FrameArrays.reals(frame.points(), PointSum::max)));
        }

        @Override
        public PointFrame read(ResultSet row, long at) throws SQLException {
            return new PointFrame(
                    at,
                    FrameArrays.points(
                            Arrays.ints(row, 2),
                            Arrays.longs(row, 3),
                            Arrays.reals(row, 4),
                            Arrays.reals(row, 5),
                            Arrays.reals(row, 6)));
        }
    }
}
