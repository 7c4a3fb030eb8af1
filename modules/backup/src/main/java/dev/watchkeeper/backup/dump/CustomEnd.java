package dev.watchkeeper.backup.dump;

/**
 * How a dump in pg_dump's own format ends: rows with a block of no bytes, which is an integer of five zeros; without rows its
 * last is an entry of the table of contents that has no data, and so no place in the file (pg_backup_custom.c).
 */
final class CustomEnd {
    private static final int INTEGER = 5;
    private static final int OFFSET = 8;
    private static final byte NO_DATA = 3;

    private CustomEnd() {}

    /** Whether it can be the end of a whole one. */
    static boolean isWhole(byte[] tail) {
        return isZero(tail, INTEGER);
    }

    /** Whether no rows stand before it. */
    static boolean isWithoutRows(byte[] tail) {
        return isZero(tail, OFFSET) && tail.length > OFFSET && tail[tail.length - OFFSET - 1] == NO_DATA;
    }

    private static boolean isZero(byte[] tail, int last) {
        if (tail.length < last) {
            return false;
        }
        for (int i = tail.length - last; i < tail.length; i++) {
            if (tail[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
