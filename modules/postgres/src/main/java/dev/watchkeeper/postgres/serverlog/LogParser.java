package dev.watchkeeper.postgres.serverlog;

import java.util.List;

/** Reads a log piece by piece, wherever the pieces are cut. For one thread, for one row of files. */
interface LogParser {
    /** The entries that end in this piece, or ended before it. */
    List<LogEntry> feed(String piece);

    /** What is left when nothing more is there for now: the server writes whole entries. */
    List<LogEntry> rest();
}
