package dev.watchkeeper.backup.dump;

import java.util.Optional;

/**
 * What the beginning of a dump tells.
 *
 * @param format {@code custom}, {@code tar}, {@code plain}, {@code cluster}
 * @param created when it was begun
 * @param server the version of the server that was dumped
 * @param tool that of pg_dump
 * @param error why it can't be understood, or used
 */
record DumpHead(
        String format,
        Optional<String> database,
        Optional<WallClock> created,
        Optional<String> server,
        Optional<String> tool,
        Optional<String> error) {
    static final String CUSTOM = "custom";
    static final String TAR = "tar";
    static final String PLAIN = "plain";
    static final String CLUSTER = "cluster";

    /** One of which only its form is known. */
    static DumpHead of(String format, Optional<String> error) {
        return new DumpHead(format, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), error);
    }

    DumpHead in(String other) {
        return new DumpHead(other, database, created, server, tool, error);
    }
}
