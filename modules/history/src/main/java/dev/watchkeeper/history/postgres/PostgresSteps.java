package dev.watchkeeper.history.postgres;

import dev.watchkeeper.history.frame.Column;
import dev.watchkeeper.history.frame.FrameArrays;
import dev.watchkeeper.history.frame.Grain;
import dev.watchkeeper.history.frame.StepFrame;
import dev.watchkeeper.history.jdbc.Session;
import dev.watchkeeper.history.store.StepShelf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps of statements, of which the time can be read alone. */
final class PostgresSteps extends PostgresShelf<StepFrame> implements StepShelf {
    /** Behind at, began, ended, covered and statements comes a column for each figure, in {@link Column}'s order. */
    private static final int FIRST_FIGURE = 6;

    private final Session session;

    PostgresSteps(Session session, Partitions partitions) {
        super(session, partitions, "step", new OfStep());
        this.session = session;
    }

    @Override
    public List<StepFrame> times(int target, Grain grain, long from, long before) throws SQLException {
        return session.all(
                statement("times_", grain),
                row -> step(row, session.moments().millis(row, 1), List.of(Column.EXEC_US)),
                target,
                earliest(from),
                moment(before));
    }

    private static StepFrame step(ResultSet row, long at, List<Column> columns) throws SQLException {
        Timestamps moments = new Timestamps();
        Map<Column, List<Long>> figures = new EnumMap<>(Column.class);
        for (Column column : columns) {
            List<Long> values = Arrays.longsOrNull(row, FIRST_FIGURE + column.place());
            if (values != null) {
                figures.put(column, values);
            }
        }
        return new StepFrame(
                at,
                moments.millis(row, 2),
                moments.millis(row, 3),
                row.getLong(4),
                FrameArrays.uses(Arrays.ints(row, 5), figures));
    }

    private static final class OfStep implements PostgresShelf.Cells<StepFrame> {
        private static final List<Column> ALL = List.of(Column.values());

        @Override
        public List<@Nullable Object> of(StepFrame step, Arrays arrays) throws SQLException {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(Timestamps.of(step.from()));
            cells.add(Timestamps.of(step.to()));
            cells.add(step.covered());
            cells.add(arrays.ints(FrameArrays.statements(step.uses())));
            for (Column column : ALL) {
                List<Long> values = FrameArrays.column(step.uses(), column);
                cells.add(values == null ? null : arrays.longs(values));
            }
            return cells;
        }

        @Override
        public StepFrame read(ResultSet row, long at) throws SQLException {
            return step(row, at, ALL);
        }
    }
}
