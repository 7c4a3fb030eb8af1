package dev.watchkeeper.history.sqlite;

import dev.watchkeeper.history.frame.ActivityFrame;
import dev.watchkeeper.history.frame.FramePacking;
import dev.watchkeeper.history.frame.PointFrame;
import dev.watchkeeper.history.jdbc.JdbcLedger;
import dev.watchkeeper.history.jdbc.NameCaches;
import dev.watchkeeper.history.jdbc.Session;
import dev.watchkeeper.history.store.Shelf;
import dev.watchkeeper.history.store.StepShelf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

/** A transaction on the file. */
final class SqliteLedger extends JdbcLedger {
    private final Clock clock;
    private final Shelf<ActivityFrame> activity;
    private final Shelf<PointFrame> points;
    private final StepShelf steps;

    SqliteLedger(Session session, NameCaches caches, Clock clock) {
        super(session, caches, clock);
        this.clock = clock;
        this.activity = new SqliteShelf<>(session, "activity", new OfActivity());
        this.points = new SqliteShelf<>(session, "point", new OfPoints());
        this.steps = new SqliteSteps(session);
    }

    @Override
    protected Instant now() {
        return clock.instant();
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

    private static final class OfActivity implements SqliteShelf.Cells<ActivityFrame> {
        @Override
        public Object[] of(ActivityFrame frame) {
            return new Object[] {frame.at(), frame.samples(), FramePacking.sessions(frame.sessions())};
        }

        @Override
        public ActivityFrame read(ResultSet row) throws SQLException {
            return new ActivityFrame(row.getLong(1), row.getLong(2), FramePacking.sessions(row.getBytes(3)));
        }
    }

    private static final class OfPoints implements SqliteShelf.Cells<PointFrame> {
        @Override
        public Object[] of(PointFrame frame) {
            return new Object[] {frame.at(), FramePacking.points(frame.points())};
        }

        @Override
        public PointFrame read(ResultSet row) throws SQLException {
            return new PointFrame(row.getLong(1), FramePacking.points(row.getBytes(2)));
        }
    }
}
