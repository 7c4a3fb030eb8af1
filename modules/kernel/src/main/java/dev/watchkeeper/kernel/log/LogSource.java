package dev.watchkeeper.kernel.log;

import dev.watchkeeper.kernel.fault.FaultException;

/**
 * A server's log, read on from where the last reading ended, also where the server goes on in another file, or begins its
 * file anew. It keeps its place when a reading fails. For one thread.
 */
public interface LogSource {
    /**
     * Reads what is new.
     *
     * @param back how far before its end it is begun, the first time, in bytes
     * @param most so many bytes at most
     * @throws FaultException UNSUPPORTED if there is no log to be read this way, DENIED if it may not be read
     */
    LogReading read(long back, long most, LogSink into) throws FaultException;

    /** Forgets its place: the next reading begins as the first did. */
    void restart();
}
