package dev.watchkeeper.backup.reading;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file on a host, as {@code find -printf} {@value #FORMAT} tells of it.
 *
 * @param folder whether it is one
 * @param changedAt its mtime
 * @param name its path below the folder that was looked through, byte for byte
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record HostFile(boolean folder, long size, Instant changedAt, byte[] name) {
    /** What {@code find -printf} is told to print. */
    public static final String FORMAT = "%y %s %T@ %P\\0";

    private static final int FIELDS = 4;

    /** Its path below the folder as text; what is not UTF-8 is replaced. */
    public String path() {
        return new String(name, StandardCharsets.UTF_8);
    }

    /** The last part of its path. */
    public String baseName() {
        String path = path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path of the folder in which it lies; empty for the one that was looked through. */
    public String parent() {
        String path = path();
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** Reads a whole listing. */
    public static List<HostFile> list(byte[] printed) {
        List<HostFile> files = new ArrayList<>();
        for (byte[] line : Bytes.records(printed)) {
            String[] fields = new String(line, StandardCharsets.ISO_8859_1).split(" ", FIELDS);
            if (fields.length == FIELDS) {
                int behind = fields[0].length() + fields[1].length() + fields[2].length() + FIELDS - 1;
                files.add(new HostFile(
                        fields[0].equals("d"),
                        Long.parseLong(fields[1]),
                        HostClock.instant(fields[2]),
                        Arrays.copyOfRange(line, behind, line.length)));
            }
        }
        return files;
    }
}
