package dev.watchkeeper.redis.commandstats;

/**
 * What one command did, counted up.
 *
 * @param micros time in the command itself, in microseconds, without waiting for others
 * @param rejected refused before it was run: wrong arguments, no right, no memory
 * @param failed ran into an error
 */
public record CommandCounter(long calls, long micros, long rejected, long failed) {
    public static final CommandCounter NONE = new CommandCounter(0, 0, 0, 0);

    public CommandCounter plus(CommandCounter other) {
        return new CommandCounter(
                calls + other.calls, micros + other.micros, rejected + other.rejected, failed + other.failed);
    }

    CommandCounter minus(CommandCounter before) {
        return new CommandCounter(
                calls - before.calls, micros - before.micros, rejected - before.rejected, failed - before.failed);
    }

    /** Whether one of them is less than before: then they began anew in between. */
    boolean fellSince(CommandCounter before) {
        return calls < before.calls || micros < before.micros || rejected < before.rejected || failed < before.failed;
    }

    /** Microseconds a call; 0 without calls. */
    public double microsPerCall() {
        return calls == 0 ? 0 : (double) micros / calls;
    }
}
