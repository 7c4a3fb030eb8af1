package dev.watchkeeper.postgres.console;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import java.util.Optional;

/** A statement that came to nothing. */
public final class StatementFault extends FaultException {
    private static final long serialVersionUID = 1L;

    /** What ended it. */
    public enum Reason {
        /** The server did not like it. */
        REFUSED,
        /** Somebody cancelled it. */
        CANCELLED,
        /** It took longer than {@code statement_timeout}. */
        TIMEOUT,
        /** The connection broke; the fault says what is not known to be committed. */
        LOST
    }

    private final Reason reason;
    private final transient Optional<Complaint> complaint;

    StatementFault(Fault fault, Reason reason, Optional<Complaint> complaint) {
        super(fault);
        this.reason = reason;
        this.complaint = complaint;
    }

    public Reason reason() {
        return reason;
    }

    /** What the server said; empty if it said nothing. */
    public Optional<Complaint> complaint() {
        return complaint;
    }
}
