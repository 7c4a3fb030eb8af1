package dev.watchkeeper.backup.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Searching in bytes. */
public final class Bytes {
    private Bytes() {}

    /** Where one is found at or behind a place; -1 if nowhere. */
    public static int indexOf(byte[] in, byte[] what, int from) {
        byte first = what[0];
        for (int i = from; i <= in.length - what.length; i++) {
            if (in[i] == first && startsWith(in, what, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether it stands at that place. */
    public static boolean startsWith(byte[] in, byte[] what, int at) {
        return at >= 0
                && at + what.length <= in.length
                && Arrays.equals(in, at, at + what.length, what, 0, what.length);
    }

    /** What stands between NULs; what stands behind the last one is left out, for it is not complete. */
    public static List<byte[]> records(byte[] bytes) {
        List<byte[]> records = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                records.add(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        return records;
    }
}
