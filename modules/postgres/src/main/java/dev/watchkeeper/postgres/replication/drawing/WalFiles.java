package dev.watchkeeper.postgres.replication.drawing;

import java.util.OptionalLong;

/** Names of WAL files: eight hexadecimal digits each of timeline, of the LSN's upper half, and of the file within that. */
final class WalFiles {
    private WalFiles() {}

    /** The file's number, counted from the WAL's beginning; empty for a history or backup file, and for no name. */
    static OptionalLong number(String name, long segmentBytes) {
        if (!name.matches("[0-9A-F]{24}(\\.partial)?") || segmentBytes <= 0) {
            return OptionalLong.empty();
        }
        long upper = Long.parseLong(name.substring(8, 16), 16);
        long lower = Long.parseLong(name.substring(16, 24), 16);
        return OptionalLong.of(upper * ((1L << 32) / segmentBytes) + lower);
    }
}
