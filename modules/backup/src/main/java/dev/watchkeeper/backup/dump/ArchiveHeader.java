package dev.watchkeeper.backup.dump;

import dev.watchkeeper.backup.reading.Bytes;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The header of pg_dump's own format, which stands at the beginning of a custom dump, of {@code toc.dat} in a directory
 * and, behind a tar's first block, in a tar (pg_backup_archiver.c, {@code WriteHead}).
 */
final class ArchiveHeader {
    private static final byte[] MAGIC = "PGDMP".getBytes(StandardCharsets.US_ASCII);
    private static final int V1_4 = version(1, 4);
    private static final int V1_7 = version(1, 7);
    private static final int V1_10 = version(1, 10);
    private static final int V1_15 = version(1, 15);
    private static final int NEWEST_MAJOR = 1;
    private static final int LONGEST_TEXT = 1 << 16;
    private static final int TM_YEAR = 1900;

    private final ByteBuffer bytes;
    private int integer = 4;

    private ArchiveHeader(byte[] head, int at) {
        bytes = ByteBuffer.wrap(head);
        bytes.position(at + MAGIC.length);
    }

    static boolean isAt(byte[] head, int at) {
        return Bytes.startsWith(head, MAGIC, at);
    }

    /** Reads it; where it breaks off or makes no sense that is its error. */
    static DumpHead read(byte[] head, int at) {
        try {
            return new ArchiveHeader(head, at).read();
        } catch (BufferUnderflowException breaksOff) {
            return DumpHead.of(DumpHead.CUSTOM, Optional.of("its header breaks off: the file is truncated"));
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException damaged) {
            return DumpHead.of(DumpHead.CUSTOM, Optional.of("its header is damaged: " + damaged.getMessage()));
        }
    }

    private DumpHead read() {
        int major = unsigned();
        int version = version(major, unsigned());
        unsigned(); // revision
        integer = unsigned();
        if (major != NEWEST_MAJOR || integer < 2 || integer > 8) {
            throw new IllegalArgumentException("version " + major + ", integers of " + integer + " bytes");
        }
        if (version >= V1_7) {
            unsigned(); // size of offsets
        }
        unsigned(); // format: a directory calls itself a tar
        if (version >= V1_15) {
            unsigned();
        } else if (version >= V1_4) {
            number();
        }
        int[] time = new int[7];
        for (int i = 0; i < time.length; i++) {
            time[i] = number();
        }
        LocalDateTime created =
                LocalDateTime.of(time[5] + TM_YEAR, time[4] + 1, time[3], time[2], time[1], Math.min(time[0], 59));
        Optional<String> database = text();
        Optional<String> server = version >= V1_10 ? text() : Optional.empty();
        Optional<String> tool = version >= V1_10 ? text() : Optional.empty();
        return new DumpHead(
                DumpHead.CUSTOM,
                database,
                Optional.of(new WallClock(created, time[6] > 0, "")),
                server,
                tool,
                Optional.empty());
    }

    private int unsigned() {
        return bytes.get() & 0xff;
    }

    /** A sign, then the bytes, the lowest first. */
    private int number() {
        boolean negative = unsigned() != 0;
        long value = 0;
        for (int i = 0; i < integer; i++) {
            value |= (long) unsigned() << (8 * i);
        }
        return Math.toIntExact(negative ? -value : value);
    }

    private Optional<String> text() {
        int length = number();
        if (length > LONGEST_TEXT) {
            throw new IllegalArgumentException("a text of " + length + " bytes");
        }
        if (length < 0) {
            return Optional.empty();
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return Optional.of(new String(text, StandardCharsets.UTF_8));
    }

    private static int version(int major, int minor) {
        return major * 256 + minor;
    }
}
