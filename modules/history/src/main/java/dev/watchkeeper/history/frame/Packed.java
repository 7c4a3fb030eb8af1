package dev.watchkeeper.history.frame;

import java.io.ByteArrayOutputStream;

/** Writes numbers so that small ones take little room: seven bits a byte, the lowest first. */
final class Packed {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    Packed number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    /** A whole number that may be below 0. */
    Packed signed(long value) {
        return number(zigzag(value));
    }

    /** Whole numbers take little room; the lowest bit tells them from others. */
    Packed real(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1L << 52) {
            return number(zigzag((long) value) << 1);
        }
        number(1);
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes.write((int) (bits >>> shift));
        }
        return this;
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
