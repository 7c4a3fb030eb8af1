package dev.watchkeeper.history.frame;

/** Reads what {@link Packed} wrote. */
final class Unpacked {
    private final byte[] bytes;
    private int next;

    Unpacked(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean more() {
        return next < bytes.length;
    }

    long number() {
        long value = 0;
        int shift = 0;
        while (true) {
            byte part = bytes[next++];
            value |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    int small() {
        return (int) number();
    }

    long signed() {
        return unsign(number());
    }

    double real() {
        long value = number();
        if ((value & 1) == 0) {
            return unsign(value >>> 1);
        }
        long bits = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bits |= (bytes[next++] & 0xFFL) << shift;
        }
        return Double.longBitsToDouble(bits);
    }

    private static long unsign(long value) {
        return (value >>> 1) ^ -(value & 1);
    }
}
