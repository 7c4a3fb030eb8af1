package dev.watchkeeper.postgres.console;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came of a statement.
 *
 * @param verb what was done, in capitals: {@code UPDATE}, {@code CREATE INDEX}; {@code ROLLBACK} for a COMMIT of a failed
 *     transaction
 * @param count rows inserted, updated, deleted, or read; empty where nothing is counted, and while not all rows have come
 * @param rows the result, if it has columns
 * @param after how the transaction stands now
 * @param notices how many messages came with it so far, also those that were not passed on
 */
public record Answer(
        String verb,
        OptionalLong count,
        Optional<RowCursor> rows,
        Timing timing,
        TransactionState after,
        long notices) {}
