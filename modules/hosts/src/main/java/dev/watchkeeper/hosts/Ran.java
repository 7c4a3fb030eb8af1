package dev.watchkeeper.hosts;

import java.nio.charset.StandardCharsets;

/**
 * What became of a script.
 *
 * @param exit its exit status; 128 and more if a signal ended it
 * @param bytes what it wrote to standard output
 * @param error the end of what it wrote to standard error, without a line break at the end
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Ran(int exit, byte[] bytes, String error) {
    /** Whether it exited with 0. */
    public boolean isFine() {
        return exit == 0;
    }

    /** Standard output as text; what is not UTF-8 is replaced. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
