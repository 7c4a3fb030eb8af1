package dev.watchkeeper.history.store;

import dev.watchkeeper.history.frame.Grain;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.sql.SQLException;
import java.util.function.LongUnaryOperator;

/** A database that holds a history. Thread-safe. */
public interface Library extends AutoCloseable {
    /** What is done in a transaction. It may be begun anew, and so must not leave traces elsewhere. */
    @FunctionalInterface
    interface Work<T> {
        T on(Ledger ledger) throws SQLException;
    }

    /** Sees one state of the store. */
    <T> T read(Work<T> work) throws FaultException;

    /** Is done as a whole, or not at all. */
    <T> T write(Work<T> work) throws FaultException;

    /** Like {@link #write}, while nobody else writes. */
    <T> T alone(Work<T> work) throws FaultException;

    /** A path, or an address without a password. */
    String place();

    /** What it takes on disk, without what is free inside of it. */
    long bytes() throws FaultException;

    /** Gives back what is free. */
    void shrink() throws FaultException;

    /** What is rolled up at once: the end of the stretch in which a moment lies, in ms since 1970. */
    LongUnaryOperator stretch(Grain grain);

    /** Whether only whole stretches can be rolled up. */
    boolean wholeStretches();

    /** After it nothing can be read or written any more: {@link #closed}. */
    @Override
    void close();

    /** Who reads while the console ends learns it like any other trouble: it is no fault of the program. */
    static FaultException closed(String place) {
        return new FaultException(
                FaultKind.CONFLICT, "the history " + place + " is closed", "The console is ending: open it anew");
    }
}
