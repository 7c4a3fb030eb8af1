package dev.watchkeeper.kernel.fault;

/**
 * One trouble, told to a person.
 *
 * @param message what happened, and where, in one sentence without a full stop
 * @param advice what to try; empty if there is nothing to say
 */
public record Fault(FaultKind kind, String message, String advice) {
    public Fault(FaultKind kind, String message) {
        this(kind, message, "");
    }

    /** Message and advice in one line. */
    public String sentence() {
        return advice.isEmpty() ? message : message + ". " + advice;
    }
}
