package dev.watchkeeper.history.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** A dictionary: things that are written often have a small number. */
public interface Names<T> {
    /** Their numbers; those that have none get one. */
    Map<T, Integer> numbers(Collection<T> things) throws SQLException;

    /** The number of one thing; empty if it has none. */
    Optional<Integer> known(T thing) throws SQLException;

    /** What has these numbers; a number that nobody has is left out. */
    Map<Integer, T> things(Collection<Integer> numbers) throws SQLException;
}
