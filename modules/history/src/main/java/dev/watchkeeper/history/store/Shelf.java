package dev.watchkeeper.history.store;

import dev.watchkeeper.history.frame.Frame;
import dev.watchkeeper.history.frame.Grain;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** Where frames of one kind stand, by target, grain and time. Moments are in ms since 1970. */
public interface Shelf<F extends Frame<F>> {
    /** In order of time: from the first moment on, before the second one. */
    List<F> read(int target, Grain grain, long from, long before) throws SQLException;

    /** Adds to what stands there already. */
    void add(int target, Grain grain, List<F> frames) throws SQLException;

    /** Leaves what stands there already as it is. */
    void fill(int target, Grain grain, List<F> frames) throws SQLException;

    /** Of all targets; how many rows went. */
    long delete(Grain grain, long before) throws SQLException;

    OptionalLong first(int target, Grain grain) throws SQLException;

    OptionalLong last(int target, Grain grain) throws SQLException;

    long count(int target, Grain grain) throws SQLException;
}
