package dev.watchkeeper.kernel.log;

/** Gets a log as it is read. */
public interface LogSink {
    /**
     * A log begins to be read; what came before belongs to another one, or comes again. Not called where a server goes on in
     * another file.
     *
     * @param whole whether it begins at the very beginning of a file, not somewhere in a line
     */
    void begin(LogPlace place, boolean whole);

    /** The next bytes, cut anywhere. They may be kept. */
    void take(byte[] piece);
}
