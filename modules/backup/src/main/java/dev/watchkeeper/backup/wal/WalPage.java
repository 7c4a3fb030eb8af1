package dev.watchkeeper.backup.wal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The page with which a segment begins, whose header is a long one (xlog_internal.h, {@code XLogLongPageHeaderData}).
 *
 * @param systemId the cluster's system identifier
 */
public record WalPage(String systemId, long segmentBytes) {
    private static final int LENGTH = 40;
    private static final int MAGIC_HIGH = 0xD1;
    private static final int INFO_AT = 2;
    private static final int LONG_HEADER = 0x0002;
    private static final int SYSTEM_AT = 24;
    private static final int SIZE_AT = 32;

    /** Empty if the bytes are none: packed in a way of their own, encrypted, from a machine of the other byte order. */
    public static Optional<WalPage> read(byte[] head) {
        if (head.length < LENGTH) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        long size = Integer.toUnsignedLong(bytes.getInt(SIZE_AT));
        boolean page = (bytes.get(1) & 0xff) == MAGIC_HIGH
                && (bytes.getShort(INFO_AT) & LONG_HEADER) != 0
                && Long.bitCount(size) == 1;
        return page
                ? Optional.of(new WalPage(Long.toUnsignedString(bytes.getLong(SYSTEM_AT)), size))
                : Optional.empty();
    }
}
