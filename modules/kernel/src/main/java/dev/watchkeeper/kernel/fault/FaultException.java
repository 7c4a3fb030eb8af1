package dev.watchkeeper.kernel.fault;

import org.jspecify.annotations.Nullable;

/** Carries a {@link Fault} to whoever can show it. */
public class FaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public FaultException(Fault fault) {
        this(fault, null);
    }

    public FaultException(Fault fault, @Nullable Throwable cause) {
        super(fault.message(), cause);
        this.fault = fault;
    }

    public FaultException(FaultKind kind, String message, String advice) {
        this(new Fault(kind, message, advice));
    }

    public Fault fault() {
        return fault;
    }
}
