package dev.watchkeeper.redis.console;

/**
 * Why a command is better not run, or not just so.
 *
 * @param why one sentence without a full stop
 * @param instead what serves the same end with less harm; empty if nothing does
 * @param grave whether it loses data or stops others: asked for by the server's name on production
 */
public record Hazard(String why, String instead, boolean grave) {
    /** Both in one line. */
    public String sentence() {
        return instead.isEmpty() ? why : why + ". " + instead;
    }
}
