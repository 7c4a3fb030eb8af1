package dev.watchkeeper.postgres.console;

import dev.watchkeeper.kernel.fault.FaultException;
import java.util.List;

/** A result that is read page by page. Whoever got it closes it, or reads it to its end. */
public interface RowCursor extends AutoCloseable {
    List<Column> columns();

    /**
     * The next rows; blocks until they are here. Fewer than asked for if they are very large, or the last.
     *
     * @param atMost that many
     * @throws FaultException CONFLICT if the result was closed in between, by another statement or because it was kept
     *     open for too long; a {@link StatementFault} if the server gave up on it
     */
    Page next(int atMost) throws FaultException;

    /** Rows that the statement gave and that were not kept: {@link Request.Reading#PAGES} of what changes something. */
    long dropped();

    /** Until now. */
    Timing timing();

    /** Gives up the rest, and the transaction that it needed. Does nothing after the end. */
    @Override
    void close();
}
