package dev.watchkeeper.kernel.poll;

import dev.watchkeeper.kernel.fault.FaultException;

/**
 * One question to one server. It never writes. It may remember between questions what makes the next one cheaper; it is
 * asked by one thread at a time.
 */
public interface Probe<S> {
    /** The pane's name: {@code sessions}, {@code locks}. */
    String name();

    /**
     * Asks once; blocks until the answer is here.
     *
     * @throws FaultException with kind UNSUPPORTED if this server can never say, else with what went wrong
     */
    Snapshot<S> read() throws FaultException;
}
