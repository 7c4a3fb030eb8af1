package dev.watchkeeper.backup.redis;

import dev.watchkeeper.backup.reading.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How an RDB file begins: {@code REDIS0010}, then fields of key and value (rdb.c, {@code rdbSaveInfoAuxFields}).
 *
 * @param fields {@code redis-ver}, {@code ctime}, {@code used-mem}, {@code aof-base}, as text
 */
record RdbHead(Map<String, String> fields) {
    private static final byte[] MAGIC = "REDIS0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 9;
    private static final int AUX = 0xFA;
    private static final int EOF = 0xFF;
    private static final int CHECKSUM = 8;

    static boolean isOne(byte[] head) {
        return Bytes.startsWith(head, MAGIC, 0);
    }

    static RdbHead read(byte[] head) {
        Map<String, String> fields = new HashMap<>();
        ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(Math.min(HEADER, head.length));
        while (bytes.hasRemaining() && (bytes.get() & 0xff) == AUX) {
            Optional<String> key = text(bytes);
            Optional<String> value = key.isEmpty() ? Optional.empty() : text(bytes);
            if (value.isEmpty()) {
                break;
            }
            fields.put(key.get(), value.get());
        }
        return new RdbHead(fields);
    }

    /** Whether these are its last bytes: the mark of the end, and behind it the checksum. */
    static boolean isEnd(byte[] tail) {
        return tail.length > CHECKSUM && (tail[tail.length - CHECKSUM - 1] & 0xff) == EOF;
    }

    /** When it was begun. */
    Optional<Instant> created() {
        OptionalLong seconds = number("ctime");
        return seconds.isPresent() ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong())) : Optional.empty();
    }

    /** What the data took in memory. */
    OptionalLong usedMemory() {
        return number("used-mem");
    }

    Optional<String> version() {
        return Optional.ofNullable(fields.get("redis-ver"));
    }

    private OptionalLong number(String key) {
        String value = fields.getOrDefault(key, "");
        return value.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    /** A string of these fields: its length in 6, 14 or 32 bits, or a number of 1, 2 or 4 bytes. */
    private static Optional<String> text(ByteBuffer bytes) {
        if (!bytes.hasRemaining()) {
            return Optional.empty();
        }
        int first = bytes.get() & 0xff;
        return switch (first >> 6) {
            case 0 -> letters(bytes, first & 0x3f);
            case 1 ->
                bytes.hasRemaining() ? letters(bytes, ((first & 0x3f) << 8) | (bytes.get() & 0xff)) : Optional.empty();
            case 3 -> integer(bytes, first & 0x3f);
            default -> Optional.empty();
        };
    }

    private static Optional<String> letters(ByteBuffer bytes, int length) {
        if (bytes.remaining() < length) {
            return Optional.empty();
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return Optional.of(new String(text, StandardCharsets.UTF_8));
    }

    private static Optional<String> integer(ByteBuffer bytes, int kind) {
        if (kind > 2 || bytes.remaining() < (1 << kind)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (kind) {
                    case 0 -> Byte.toString(bytes.get());
                    case 1 -> Short.toString(bytes.getShort());
                    default -> Integer.toString(bytes.getInt());
                });
    }
}
