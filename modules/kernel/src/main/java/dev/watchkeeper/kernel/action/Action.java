package dev.watchkeeper.kernel.action;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import java.util.function.Consumer;

/** The only way to change anything on a server. Immutable; made for one occasion. */
public interface Action {
    /** Where it acts. */
    Target target();

    /** One word for the audit log: {@code terminate}, {@code cancel}, {@code rollback-prepared}. */
    String name();

    /** What will happen, in words and numbers, for the confirmation. */
    String preview();

    /** The exact SQL or command, to copy. */
    String statement();

    /** How strictly to ask. */
    Danger danger();

    /**
     * Checks the preconditions in the statement that acts, acts, and sees what became of it.
     *
     * @throws FaultException CONFLICT if what it was made for has changed in between; else what went wrong
     */
    Outcome run() throws FaultException;

    /**
     * The same for what takes a while.
     *
     * @param tell gets a line for every step as it happens, on the calling thread
     */
    default Outcome run(Consumer<String> tell) throws FaultException {
        return run();
    }
}
