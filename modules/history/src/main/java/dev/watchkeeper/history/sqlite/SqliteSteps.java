package dev.watchkeeper.history.sqlite;

import dev.watchkeeper.history.frame.FramePacking;
import dev.watchkeeper.history.frame.Grain;
import dev.watchkeeper.history.frame.StepFrame;
import dev.watchkeeper.history.jdbc.Session;
import dev.watchkeeper.history.store.StepShelf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Steps of statements, of which the time can be read alone. */
final class SqliteSteps extends SqliteShelf<StepFrame> implements StepShelf {
    private final Session session;

    SqliteSteps(Session session) {
        super(session, "step", new OfStep());
        this.session = session;
    }

    @Override
    public List<StepFrame> times(int target, Grain grain, long from, long before) throws SQLException {
        return session.all(
                "times_step",
                row -> new StepFrame(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        FramePacking.uses(row.getBytes(5))),
                target,
                grain.number(),
                from,
                before);
    }

    private static final class OfStep implements SqliteShelf.Cells<StepFrame> {
        @Override
        public Object[] of(StepFrame step) {
            return new Object[] {
                step.at(),
                step.from(),
                step.to(),
                step.covered(),
                FramePacking.times(step.uses()),
                FramePacking.figures(step.uses())
            };
        }

        @Override
        public StepFrame read(ResultSet row) throws SQLException {
            return new StepFrame(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    FramePacking.uses(row.getBytes(5), row.getBytes(6)));
        }
    }
}
