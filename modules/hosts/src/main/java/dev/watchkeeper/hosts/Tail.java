package dev.watchkeeper.hosts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The end of what a stream gives, however much comes before it. */
public final class Tail {
    private static final int MOST = 64 * 1024;

    private Tail() {}

    /** Reads to the end, and keeps the last 64 KB. */
    public static String read(InputStream from) {
        byte[] kept = new byte[0];
        byte[] chunk = new byte[8192];
        try {
            for (int n = from.read(chunk); n >= 0; n = from.read(chunk)) {
                byte[] both = Arrays.copyOf(kept, kept.length + n);
                System.arraycopy(chunk, 0, both, kept.length, n);
                kept = both.length > MOST ? Arrays.copyOfRange(both, both.length - MOST, both.length) : both;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String(kept, StandardCharsets.UTF_8).stripTrailing();
    }
}
