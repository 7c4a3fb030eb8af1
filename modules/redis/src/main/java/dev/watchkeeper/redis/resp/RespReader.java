package dev.watchkeeper.redis.resp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads answers off the line. Documentation: Redis serialization protocol specification. Used by one thread. */
public final class RespReader {
    /** Nobody reads more than that on a screen, and it has to fit into memory several times. */
    public static final long MOST_BYTES = 256L << 20;

    private static final int DEEPEST = 200;
    private static final int LONGEST_LINE = 1 << 16;
    /** What a part costs beside its value, so that a list of a hundred million nothings is bounded too. */
    private static final int OVERHEAD = 16;

    private final InputStream in;
    private final long most;
    private long left;

    /** @param in buffered */
    public RespReader(InputStream in) {
        this(in, MOST_BYTES);
    }

    RespReader(InputStream in, long most) {
        this.in = in;
        this.most = most;
    }

    /**
     * The next answer, or what comes by itself.
     *
     * @throws TooLarge if it is larger than can be held; the line is of no use any more
     * @throws IOException if the line broke, or what comes is no answer
     */
    public Reply read() throws IOException {
        left = most;
        return read(0);
    }

    /** An answer that is not read, for there is too much of it. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long most) {
            super("the answer is larger than " + (most >> 20) + " MB");
        }
    }

    private Reply read(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("the answer is nested too deeply");
        }
        spend(OVERHEAD);
        int type = in.read();
        return switch (type) {
            case '+' -> new Reply.Status(line());
            case '-' -> new Reply.Failure(line());
            case ':' -> new Reply.Whole(whole());
            case '$' -> bulk();
            case '*' -> {
                int count = count();
                yield count < 0 ? new Reply.Nil() : new Reply.Items(some(count, depth));
            }
            case '_' -> {
                line();
                yield new Reply.Nil();
            }
            case ',' -> new Reply.Decimal(decimal(line()));
            case '#' -> new Reply.Truth(line().equals("t"));
            case '(' -> new Reply.Huge(huge(line()));
            case '=' -> verbatim();
            case '!' -> new Reply.Failure(bytes(count()).text());
            case '~' -> new Reply.Members(some(count(), depth));
            case '>' -> new Reply.Push(some(count(), depth));
            case '%' -> pairs(count(), depth);
            case '|' -> {
                pairs(count(), depth);
                yield read(depth);
            }
            case -1 -> throw new EOFException("the server closed the connection");
            default -> throw new IOException("the server does not speak Redis' protocol");
        };
    }

    private Reply bulk() throws IOException {
        int length = count();
        return length < 0 ? new Reply.Nil() : new Reply.Bulk(bytes(length));
    }

    private Reply verbatim() throws IOException {
        byte[] all = bytes(count()).bytes();
        if (all.length < 4) {
            throw new IOException("a text without its format");
        }
        String format = new String(all, 0, 3, StandardCharsets.US_ASCII);
        return new Reply.Verbatim(format, Blob.wrap(Arrays.copyOfRange(all, 4, all.length)));
    }

    private List<Reply> some(int count, int depth) throws IOException {
        List<Reply> parts = new ArrayList<>(Math.clamp(count, 0, 1 << 16));
        for (int i = 0; i < count; i++) {
            parts.add(read(depth + 1));
        }
        return parts;
    }

    private Reply pairs(int count, int depth) throws IOException {
        List<Reply.Pair> pairs = new ArrayList<>(Math.clamp(count, 0, 1 << 16));
        for (int i = 0; i < count; i++) {
            Reply name = read(depth + 1);
            pairs.add(new Reply.Pair(name, read(depth + 1)));
        }
        return new Reply.Pairs(pairs);
    }

    private Blob bytes(int length) throws IOException {
        spend(length);
        byte[] value = in.readNBytes(length);
        if (value.length < length || in.read() != '\r' || in.read() != '\n') {
            throw new EOFException("the answer broke off");
        }
        return Blob.wrap(value);
    }

    private int count() throws IOException {
        long count = whole();
        if (count > Integer.MAX_VALUE - 16) {
            throw new TooLarge(most);
        }
        return (int) count;
    }

    private long whole() throws IOException {
        String digits = line();
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new IOException("the server does not speak Redis' protocol", e);
        }
    }

    private static double decimal(String text) throws IOException {
        try {
            return switch (text) {
                case "inf", "+inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                case "nan", "-nan" -> Double.NaN;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException e) {
            throw new IOException("not a number", e);
        }
    }

    private static BigInteger huge(String text) throws IOException {
        try {
            return new BigInteger(text);
        } catch (NumberFormatException e) {
            throw new IOException("not a number", e);
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream(32);
        while (true) {
            int one = in.read();
            if (one < 0) {
                throw new EOFException("the answer broke off");
            }
            if (one == '\r') {
                in.read();
                return text.toString(StandardCharsets.UTF_8);
            }
            if (text.size() == LONGEST_LINE) {
                throw new IOException("the server does not speak Redis' protocol");
            }
            text.write(one);
        }
    }

    private void spend(long bytes) throws TooLarge {
        left -= bytes;
        if (left < 0) {
            throw new TooLarge(most);
        }
    }
}
