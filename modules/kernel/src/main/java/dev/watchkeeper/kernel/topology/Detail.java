package dev.watchkeeper.kernel.topology;

/**
 * One thing that is known of a node or a link, for people to read.
 *
 * @param label in sentence case: {@code Replay}
 * @param value in words and numbers with units
 */
public record Detail(String label, String value, Severity severity) {
    public Detail(String label, String value) {
        this(label, value, Severity.NONE);
    }
}
