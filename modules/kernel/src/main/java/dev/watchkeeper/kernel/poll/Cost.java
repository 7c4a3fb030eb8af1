package dev.watchkeeper.kernel.poll;

/**
 * What an answer cost.
 *
 * @param serverMillis time that the server worked on it, in milliseconds, by the server's own clock
 * @param bytes size of the values that came over, in bytes, without the protocol's framing
 */
public record Cost(double serverMillis, long bytes) {
    public static final Cost NONE = new Cost(0, 0);

    public Cost plus(Cost other) {
        return new Cost(serverMillis + other.serverMillis, bytes + other.bytes);
    }
}
