package dev.watchkeeper.redis.resp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes as a server holds them: a key, a value, an argument. They need not be text. Immutable. */
public final class Blob implements Comparable<Blob> {
    private final byte[] bytes;

    private Blob(byte[] bytes) {
        this.bytes = bytes;
    }

    /** These characters in UTF-8. */
    public static Blob of(String text) {
        return new Blob(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A copy of these bytes. */
    public static Blob of(byte[] bytes) {
        return new Blob(bytes.clone());
    }

    /** @param own bytes that nobody else holds */
    static Blob wrap(byte[] own) {
        return new Blob(own);
    }

    public int length() {
        return bytes.length;
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** In UTF-8; what is none becomes a replacement character. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether it is UTF-8 without control characters, other than tabs and ends of lines. */
    public boolean isText() {
        for (byte one : bytes) {
            if (isControl(one)) {
                return false;
            }
        }
        return isUtf8();
    }

    private static boolean isControl(byte one) {
        boolean low = one >= 0 && one < ' ' && one != '\n' && one != '\r' && one != '\t';
        return low || one == 127;
    }

    /** Whether it is UTF-8, control characters or not. */
    public boolean isUtf8() {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /**
     * In double quotes, as redis-cli prints and reads it: {@code "a\x00b\n"}. Letters outside of ASCII stay as they are if
     * all of it is UTF-8.
     */
    public String quoted() {
        StringBuilder out = new StringBuilder(bytes.length + 2).append('"');
        if (isUtf8()) {
            text().chars().forEach(one -> escape(out, one));
        } else {
            for (byte one : bytes) {
                int value = one & 0xff;
                if (value > '~') {
                    out.append(hex(value));
                } else {
                    escape(out, value);
                }
            }
        }
        return out.append('"').toString();
    }

    private static void escape(StringBuilder out, int one) {
        switch (one) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 7 -> out.append("\\a");
            case 8 -> out.append("\\b");
            default -> {
                if (one < ' ' || one == 127) {
                    out.append(hex(one));
                } else {
                    out.append((char) one);
                }
            }
        }
    }

    private static String hex(int value) {
        return "\\x%02x".formatted(value);
    }

    /** As one types it: without quotes where none are needed. */
    public String typed() {
        String text = text();
        boolean plain = bytes.length > 0
                && isUtf8()
                && text.chars().allMatch(one -> one > ' ' && one != 127 && one != '"' && one != '\'' && one != '\\');
        return plain ? text : quoted();
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    @Override
    public int compareTo(Blob other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Its size only: it may be a password. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
