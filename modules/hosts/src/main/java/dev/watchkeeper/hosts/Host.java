package dev.watchkeeper.hosts;

import dev.watchkeeper.kernel.fault.FaultException;
import java.util.function.Consumer;

/** A machine on which commands run. Thread-safe; connects when it is first asked, and again after it was cut off. */
public interface Host extends AutoCloseable {
    /** What people call it. */
    String name();

    /**
     * Runs a script and waits until it has ended. Its standard input is empty.
     *
     * @throws FaultException UNREACHABLE, DENIED, or TIMEOUT if it takes longer than the script allows; that it exits with
     *     another status than 0 is no fault: {@link Ran#exit}
     */
    Ran run(Script script) throws FaultException;

    /**
     * The same for output that comes bit by bit, without a limit.
     *
     * @param output gets the bytes of its standard output as they come, from one other thread; it may keep them
     * @return its exit status and what it wrote to standard error; without its standard output
     * @throws FaultException as {@link #run}; TIMEOUT also if the calling thread was interrupted, which ends the script
     */
    Ran stream(Script script, Consumer<byte[]> output) throws FaultException;

    /** Cuts the connection. Jobs on the host go on. */
    @Override
    void close();
}
