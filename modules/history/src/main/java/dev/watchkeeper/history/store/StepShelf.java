package dev.watchkeeper.history.store;

import dev.watchkeeper.history.frame.Grain;
import dev.watchkeeper.history.frame.StepFrame;
import java.sql.SQLException;
import java.util.List;

/** Where steps of statements stand. */
public interface StepShelf extends Shelf<StepFrame> {
    /** Like {@link #read}, but of figures only the time; the others are 0. */
    List<StepFrame> times(int target, Grain grain, long from, long before) throws SQLException;
}
